package nomic.log;

/** The name of a game in the log: a UUID in its canonical form. */
public record GameId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
