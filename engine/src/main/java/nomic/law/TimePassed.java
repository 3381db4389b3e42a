package nomic.law;

import java.time.Instant;

/** Time has reached a deadline. It is the move of no player and no rule can forbid it. */
public record TimePassed(Instant at) implements Move {
    @Override
    public String player() {
        return "";
    }
}
