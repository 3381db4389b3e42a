package nomic.client;

import java.util.List;

/** What a player lacks to win. */
public record NotWon(String sentence, List<Way> ways) {
    /**
     * A way to win.
     *
     * @param told false where its conditions cannot be tried one by one
     */
    public record Way(
            int rule, int revision, String name, boolean told, List<Condition> conditions) {}

    /** A condition; its standing is {@code holds}, {@code fails}, {@code waits} or {@code open}. */
    public record Condition(String sentence, String standing) {}
}
