package nomic.client;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/**
 * What the rules are to carry out once a judgment stands.
 *
 * @param kind {@code points}, {@code defeat} or {@code suspend}
 * @param subject the name of a player, or the number of a proposal or rule
 * @param amount of points; null where nothing is counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Remedy(String kind, Object subject, @Nullable Long amount) {
    /** The player gets points, or loses them where the amount is below zero. */
    public static Remedy points(String player, long amount) {
        return new Remedy("points", player, amount);
    }

    /** An open proposal fails. */
    public static Remedy defeat(int proposal) {
        return new Remedy("defeat", proposal, null);
    }

    /** A rule in force sleeps until it is amended. */
    public static Remedy suspend(int rule) {
        return new Remedy("suspend", rule, null);
    }

    /** The debate on a proposal is over, and its vote begins. */
    public static Remedy vote(int proposal) {
        return new Remedy("vote", proposal, null);
    }
}
