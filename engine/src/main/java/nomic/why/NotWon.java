package nomic.why;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.util.List;
import java.util.Map;

/**
 * Why a player has not won.
 *
 * @param ways to win, by rule and DRL rule
 */
public record NotWon(String sentence, List<Way> ways) {
    /**
     * A DRL rule that declares a winner.
     *
     * @param told false where its conditions cannot be tried one by one
     */
    public record Way(
            int rule, int revision, String name, boolean told, List<Condition> conditions) {}

    /** How a condition stands. */
    public enum Standing {
        /** It holds, together with those before it. */
        HOLDS,
        /** It is the first that does not. */
        FAILS,
        /** It waits for something to happen. */
        WAITS,
        /** It cannot be told: it rests on what does not hold or has not happened. */
        OPEN
    }

    /**
     * @param facts that matched, those of the conditions before it included
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Condition(String sentence, Standing standing, List<Map<String, Object>> facts) {}

    /** The whole answer as text. */
    public String text() {
        StringBuilder text = new StringBuilder(sentence).append('\n');
        for (Way way : ways) {
            text.append(
                    "  Rule %d, revision %d, “%s”, declares a winner when\n"
                            .formatted(way.rule(), way.revision(), way.name()));
            for (Condition condition : way.conditions()) {
                text.append("    ")
                        .append(word(condition.standing()))
                        .append(condition.sentence())
                        .append('\n');
                condition
                        .facts()
                        .forEach(
                                fact ->
                                        text.append(
                                                        condition.standing() == Standing.FAILS
                                                                ? "      instead of it "
                                                                : "      by ")
                                                .append(EventWords.of(fact))
                                                .append('\n'));
            }
            if (!way.told()) {
                text.append("    Its conditions cannot be tried one by one.\n");
            }
        }
        return text.toString();
    }

    private static String word(Standing standing) {
        return switch (standing) {
            case HOLDS -> "holds:     ";
            case FAILS -> "does not:  ";
            case WAITS -> "waits for: ";
            case OPEN -> "open:      ";
        };
    }
}
