package nomic.client;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/**
 * What can be proposed. Title at most 120 characters, prose 20,000, code 50,000; a text that does
 * not apply is null.
 *
 * @param target the number of the rule to change; null to enact
 * @param code DRL, or null for a rule that people apply
 * @param sentences the law in sentences, in place of code
 * @param dsl sentences that the law brings
 * @param tests scripted games that have to pass
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Draft(
        Kind kind,
        @Nullable Integer target,
        @Nullable String title,
        @Nullable String prose,
        @Nullable String code,
        @Nullable String sentences,
        @Nullable String dsl,
        @Nullable String tests) {
    /** A rule with code. */
    public static Draft enact(String title, String prose, String code) {
        return new Draft(Kind.ENACT, null, title, prose, code, null, null, null);
    }

    /** A rule that people apply, without code. */
    public static Draft enact(String title, String prose) {
        return new Draft(Kind.ENACT, null, title, prose, null, null, null, null);
    }

    /** Another text for a rule. */
    public static Draft amend(int rule, String title, String prose, String code) {
        return new Draft(Kind.AMEND, rule, title, prose, code, null, null, null);
    }

    public static Draft repeal(int rule) {
        return new Draft(Kind.REPEAL, rule, null, null, null, null, null, null);
    }

    public static Draft transmute(int rule) {
        return new Draft(Kind.TRANSMUTE, rule, null, null, null, null, null, null);
    }

    /** The same with sentences in place of code. */
    public Draft inSentences(String lines) {
        return new Draft(kind, target, title, prose, null, lines, dsl, tests);
    }

    /** The same with tests. */
    public Draft withTests(String games) {
        return new Draft(kind, target, title, prose, code, sentences, dsl, games);
    }
}
