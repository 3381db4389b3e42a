package nomic.reading;

import nomic.code.DeclaredType;
import nomic.code.Outline;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The code of a rule in plain words.
 *
 * @param laws one for each DRL rule, in the order of the text
 * @param facts the kinds of facts of its own, with their fields
 * @param assets the assets that the code names
 * @param players names of players in the code
 * @param rules numbers of rules in the code
 */
public record Reading(
        List<Law> laws,
        List<String> facts,
        SortedSet<String> assets,
        SortedSet<String> players,
        SortedSet<Integer> rules) {
    /**
     * What one DRL rule waits for and does.
     *
     * @param line where it begins in the code
     */
    public record Law(String name, int line, String text) {}

    public static Reading of(Outline outline) {
        Names names = Names.in(outline);
        return new Reading(
                outline.rules().stream()
                        .map(
                                rule ->
                                        new Law(
                                                Plain.line(rule.name()),
                                                rule.line(),
                                                new Telling(rule).text()))
                        .toList(),
                outline.types().stream().map(Reading::told).toList(),
                names.assets(),
                names.players(),
                names.rules());
    }

    /** What a DRL rule waits for, a clause for each of its conditions. */
    public static List<String> conditions(Outline.DrlRule rule) {
        Conditions telling = new Conditions(Variables.of(rule.conditions()));
        return rule.conditions().stream().map(telling::of).toList();
    }

    /** Whether facts of a type are gone when a command is over: moves, claims and events. */
    public static boolean isPassing(String type) {
        return Words.HAPPENINGS.containsKey(type);
    }

    private static String told(DeclaredType type) {
        return type.name()
                + type.fields().stream()
                        .map(DeclaredType.Field::name)
                        .map(Words::spaced)
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    /** All of it as lines of text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        laws.forEach(
                law -> text.append(law.name()).append("\n    ").append(law.text()).append('\n'));
        append(text, "It keeps facts of its own", facts.stream());
        append(text, "It names the assets", assets.stream());
        append(text, "It names the players", players.stream());
        append(text, "It names the rules", rules.stream().map(String::valueOf));
        return text.isEmpty() ? "No code: only people can apply this rule.\n" : text.toString();
    }

    private static void append(StringBuilder text, String what, Stream<String> things) {
        String all = things.collect(Collectors.joining("; "));
        if (!all.isEmpty()) {
            text.append(what).append(": ").append(all).append(".\n");
        }
    }
}
