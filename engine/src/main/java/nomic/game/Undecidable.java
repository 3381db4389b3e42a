package nomic.game;

/** A command that no process survives: the game is to take no more commands until people look. */
public final class Undecidable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Undecidable(String why) {
        super(why);
    }
}
