package nomic.bench;

import nomic.law.Law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The code of a rule as its author wrote it.
 *
 * @param id the number of its package
 */
public record RuleText(int id, String name, String code) {
    /** Honest rules of all kinds: joins, accumulates, own facts, loops, collections, texts. */
    private static final List<String> TWENTY =
            List.of(
                    "benign/01-streams-scoring",
                    "benign/02-switch-record-var",
                    "benign/03-accumulate-functions",
                    "benign/05-negation-exists-forall",
                    "benign/10-strings-regex",
                    "benign/11-maps-collections",
                    "benign/12-money-loops",
                    "benign/13-functions-eval",
                    "benign/14-from-nested-cast",
                    "benign/15-exceptions-comparators",
                    "benign/16-named-consequence",
                    "amendments/king",
                    "amendments/market",
                    "amendments/no-stalling",
                    "amendments/reward-for-sound-opposition",
                    "amendments/tax",
                    "/rulesets/suber/203",
                    "/rulesets/suber/204",
                    "/rulesets/suber/209",
                    "/rulesets/suber/211");

    private static final Pattern TYPE_NAME = Pattern.compile("\\b[A-Z]\\w*");

    /**
     * The rules of a set: {@code twenty}, or one rule that does only one thing, and much of it:
     * {@code loops}, {@code calls}, {@code texts}, {@code collections}, {@code joins}.
     */
    public static List<RuleText> of(String set) {
        var names = set.equals("twenty") ? TWENTY : List.of("busy/" + set);
        var rules = new ArrayList<RuleText>();
        for (String name : names) {
            rules.add(new RuleText(rules.size() + 1, name, read(name)));
        }
        return rules;
    }

    private static String read(String name) {
        try (var file = RuleText.class.getResourceAsStream(name + ".drl")) {
            var text = Objects.requireNonNull(file, name).readAllBytes();
            return new String(text, StandardCharsets.UTF_8).replaceFirst("package unit[^;]*;", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with the first line that a user of plain Drools would write. */
    String withPackage() {
        var line = new StringBuilder("package nomic.rule.r" + id + "; ");
        TYPE_NAME
                .matcher(code)
                .results()
                .map(MatchResult::group)
                .distinct()
                .filter(type -> isOfLaw(type) && !declares(type))
                .forEach(type -> line.append("import nomic.law.").append(type).append("; "));
        return line + "global nomic.law.Law law; agenda-group \"play\"\n" + code;
    }

    private static boolean isOfLaw(String type) {
        return Law.class.getResource(type + ".class") != null;
    }

    private boolean declares(String type) {
        return Pattern.compile("declare\\s+" + type + "\\b").matcher(code).find();
    }
}
