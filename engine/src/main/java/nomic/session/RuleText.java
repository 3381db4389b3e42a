package nomic.session;

import nomic.code.Check;
import nomic.code.Checker;
import nomic.code.DeclaredType;
import nomic.code.Diagnostic;
import nomic.game.Attachments;
import nomic.game.GameState;
import nomic.game.Refusal;
import nomic.game.RuleEntry;
import nomic.sentence.Expansion;
import nomic.sentence.Origins;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;

/** Checks the text of rules: those that found a game and those that are proposed. */
final class RuleText {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_PROSE = 20_000;

    /** What came of it. */
    sealed interface Result {
        /**
         * @param code what runs: as given, or what the sentences expand to
         * @param calls the methods of {@code law} that the code calls
         */
        record Fine(String code, SortedSet<String> calls) implements Result {}

        record Refused(Prepared why) implements Result {}
    }

    /** The code that a text stands for. */
    sealed interface Written {
        /**
         * @param code as given, or what the sentences expand to; not checked
         */
        record Code(String code, Origins origins) implements Written {}

        record Refused(Prepared why) implements Written {}
    }

    private final Checker checker;
    private final KnownSentences sentences = new KnownSentences();

    RuleText(Checker checker) {
        this.checker = checker;
    }

    /** Checks a text of a game; blank code is that of a rule that only people can apply. */
    Result check(GameState state, int ruleId, String code, Attachments attachments) {
        return switch (write(state, ruleId, code, attachments)) {
            case Written.Refused(Prepared why) -> new Result.Refused(why);
            case Written.Code written -> check(state, ruleId, written);
        };
    }

    /** The code of a text of a game. */
    Written write(GameState state, int ruleId, String code, Attachments attachments) {
        if (attachments.sentences().isBlank()) {
            List<Diagnostic> remarks = sentences.check(attachments.dsl());
            return remarks.isEmpty()
                    ? new Written.Code(code, Origins.none())
                    : new Written.Refused(refused(remarks));
        }
        return switch (sentences.expand(state, ruleId, attachments)) {
            case Expansion.Refused(var remarks) -> new Written.Refused(refused(remarks));
            case Expansion.Code(var expanded, var origins) ->
                    code.isBlank() || code.equals(expanded)
                            ? new Written.Code(expanded, origins)
                            : new Written.Refused(
                                    Prepared.bad(
                                            "The code is not what the sentences expand to.",
                                            "Leave out the code or the sentences."));
        };
    }

    /** Checks the code that was written for a text. */
    Result check(GameState state, int ruleId, Written.Code written) {
        return switch (checked(state, ruleId, written.code())) {
            case null -> new Result.Fine(written.code(), Collections.emptySortedSet());
            case Check.Accepted accepted ->
                    new Result.Fine(written.code(), accepted.rule().lawCalls());
            case Check.Refused refused ->
                    unchecked(written.origins().inSentences(refused.diagnostics()));
        };
    }

    /** Checks a code of a game. */
    Result check(GameState state, int ruleId, String code) {
        return check(state, ruleId, new Written.Code(code, Origins.none()));
    }

    /** Checks a proposed text; {@code amended} is the rule that it would amend, or null. */
    Result check(
            GameState state,
            int ruleId,
            String title,
            String prose,
            String code,
            Attachments attachments,
            @Nullable RuleEntry amended) {
        String wrong = wrong(title, prose);
        if (!wrong.isEmpty()) {
            return new Result.Refused(Prepared.bad(wrong, "Shorten or correct it."));
        }
        Result result = check(state, ruleId, code, attachments);
        if (amended == null || !(result instanceof Result.Fine fine)) {
            return result;
        }
        List<Diagnostic> mismatches =
                mismatches(state, amended, checked(state, ruleId, fine.code()));
        return mismatches.isEmpty() ? result : unchecked(mismatches);
    }

    /** Why a line of text is not one, as the end of a sentence; empty where it is. */
    static String broken(String line) {
        return broken(line, LONGEST_TITLE);
    }

    static String broken(String line, int longest) {
        if (line.length() > longest) {
            return " has more than " + longest + " characters";
        }
        return Line.isPlain(line)
                ? ""
                : " has line breaks, control characters or changes of direction";
    }

    private static String wrong(String title, String prose) {
        if (title.isBlank()) {
            return "The title is missing.";
        }
        if (prose.length() > LONGEST_PROSE) {
            return "The prose has "
                    + prose.length()
                    + " characters; at most "
                    + LONGEST_PROSE
                    + " are allowed.";
        }
        return broken(title).isEmpty() ? "" : "The title" + broken(title) + ".";
    }

    private static Result unchecked(List<Diagnostic> diagnostics) {
        return new Result.Refused(refused(diagnostics));
    }

    private static Prepared refused(List<Diagnostic> diagnostics) {
        return new Prepared.Refused(new Refusal.Unchecked(diagnostics));
    }

    private @Nullable Check checked(GameState state, int ruleId, String code) {
        return code.isBlank() ? null : new Linker(checker, state, List.of()).check(ruleId, code);
    }

    /** Facts of a declared type live on when their rule is amended, so fields keep their types. */
    private List<Diagnostic> mismatches(GameState state, RuleEntry amended, @Nullable Check check) {
        if (!(check instanceof Check.Accepted accepted)
                || !(checked(state, amended.id(), amended.text().code())
                        instanceof Check.Accepted before)) {
            return List.of();
        }
        var mismatches = new ArrayList<Diagnostic>();
        for (DeclaredType old : before.rule().types()) {
            for (DeclaredType type : accepted.rule().types()) {
                if (old.name().equals(type.name())) {
                    for (String field : OwnFacts.changedFields(old, type)) {
                        mismatches.add(mismatch(field, type, amended));
                    }
                }
            }
        }
        return mismatches;
    }

    private static Diagnostic mismatch(String field, DeclaredType type, RuleEntry amended) {
        return new Diagnostic(
                Diagnostic.Severity.ERROR,
                "field-type-changed",
                0,
                0,
                "The field "
                        + field
                        + " of "
                        + type.name()
                        + " has another type than in rule "
                        + amended.number()
                        + ".",
                "Facts of the type may live: give the field another name.");
    }
}
