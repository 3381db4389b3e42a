package nomic.why;

import com.fasterxml.jackson.annotation.JsonInclude;

import nomic.code.Diagnostic;

import java.util.List;
import java.util.Map;

/**
 * Why a move cannot be made now.
 *
 * @param permitted whether it can
 * @param obstacles all that stands against it, in the order in which it would be met
 * @param events what would come of it, where it is permitted
 */
public record WhyNot(
        boolean permitted, String sentence, List<Obstacle> obstacles, List<String> events) {
    /** What kind of thing stands against a move. */
    public enum Kind {
        /** A rule in force forbids it. */
        RULE,
        /** It is malformed, or names what does not exist. */
        MALFORMED,
        /** The code of the proposal does not check. */
        CODE,
        /** A rule broke while it judged the move. */
        FAULT
    }

    /**
     * Something that stands against a move.
     *
     * @param rule the number of the rule; 0 where it is none
     * @param name of the DRL rule
     * @param conditions of the DRL rule, all of which hold: the move is free of this obstacle as
     *     soon as one does not
     * @param facts that matched, as far as they can be told
     * @param hint a next step; empty where there is none
     */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public record Obstacle(
            Kind kind,
            int rule,
            int revision,
            String name,
            String reason,
            List<String> conditions,
            List<Map<String, Object>> facts,
            String hint,
            List<Diagnostic> diagnostics) {}

    /** The whole answer as text. */
    public String text() {
        StringBuilder text = new StringBuilder(sentence).append('\n');
        for (Obstacle each : obstacles) {
            text.append("  ").append(each.reason()).append('\n');
            if (each.kind() == Kind.RULE) {
                text.append(
                        "    So says rule %d, revision %d, “%s”.\n"
                                .formatted(each.rule(), each.revision(), each.name()));
            }
            each.facts()
                    .forEach(
                            fact ->
                                    text.append("    It matched ")
                                            .append(EventWords.of(fact))
                                            .append(".\n"));
            if (!each.conditions().isEmpty()) {
                text.append("    It would not, if one of these did not hold:\n");
                each.conditions()
                        .forEach(condition -> text.append("      ").append(condition).append('\n'));
            }
            if (!each.hint().isEmpty()) {
                text.append("    ").append(each.hint()).append('\n');
            }
        }
        events.forEach(event -> text.append("  ").append(event).append('\n'));
        return text.toString();
    }
}
