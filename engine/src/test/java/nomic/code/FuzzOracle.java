package nomic.code;

import nomic.game.Decided;
import nomic.game.Event;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.session.Interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Holds of each unit: it is accepted or refused with a remark that helps its author, and what is
 * accepted plays the same in two interpreters, some of which do not share the classes.
 */
final class FuzzOracle implements AutoCloseable {
    /** Remarks on a text as a whole. */
    private static final Set<String> PLACELESS =
            Set.of("too-long", "too-complex", "compiler-crash", "load-failure", "too-costly");

    /** What means nothing to the author of a rule. */
    private static final Pattern INTERNAL =
            Pattern.compile(
                    "\\b(org\\.\\w+|com\\.\\w+|nomic\\.(code|session)|Lambda[A-Z]\\w*|\\w*Descr"
                        + "|Rules[0-9A-F]{8,}\\w*|\\w*(Drools|Kie|Mvel|ClassCast|NoSuchElement|Verify|Linkage)\\w*)\\b|@[0-9a-f]{6,}");

    private final Checker checker = new Checker();
    private final Interpreter one = new Interpreter(checker);
    private final Interpreter twin = new Interpreter(checker);
    private final Interpreter stranger = Interpreter.standard();

    /** How many units were answered how: codes of remarks, and what games came to. */
    final Map<String, Integer> tally = new TreeMap<>();

    /** Complaints, each with the number of its unit. */
    final List<String> faults = new ArrayList<>();

    void judge(long number, String unit) {
        int before = faults.size();
        try {
            judge(number, checker.check(FuzzGame.RULE, unit), unit);
        } catch (RuntimeException | Error failure) {
            faults.add("thrown: " + failure + cause(failure));
        }
        if (System.clearProperty("pwn") != null) {
            faults.add("escaped");
        }
        for (int i = before; i < faults.size(); i++) {
            faults.set(i, "unit " + number + ": " + faults.get(i));
        }
    }

    private static String cause(Throwable failure) {
        return failure.getCause() == null ? "" : " because of " + failure.getCause();
    }

    private void judge(long number, Check check, String unit) {
        check.diagnostics().forEach(it -> faults.addAll(faults(it, unit)));
        switch (check) {
            case Check.Accepted _ when unit.isBlank() -> count("accepted");
            case Check.Accepted _ -> {
                count("accepted");
                play(number, unit);
            }
            case Check.Refused refused -> {
                var errors = refused.diagnostics().stream().filter(Diagnostic::isError).toList();
                count("refused: " + (errors.isEmpty() ? "" : errors.getFirst().code()));
                if (errors.stream()
                        .noneMatch(it -> it.line() > 0 || PLACELESS.contains(it.code()))) {
                    faults.add("no error has a place: " + errors);
                }
            }
        }
    }

    /** What is wrong with a remark on a text. */
    static List<String> faults(Diagnostic remark, String code) {
        var faults = new ArrayList<String>();
        var lines = code.split("\\R", -1);
        boolean inside =
                remark.line() <= lines.length
                        && (remark.line() == 0
                                || remark.column() <= lines[remark.line() - 1].length() + 1);
        if (!inside) {
            faults.add("outside of the text: " + remark);
        }
        if (remark.message().isBlank()) {
            faults.add("says nothing: " + remark);
        }
        var internal = INTERNAL.matcher(remark.message() + " " + remark.hint());
        while (internal.find()) {
            if (!code.contains(internal.group())) {
                faults.add("speaks of the machine: " + remark);
            }
        }
        return faults;
    }

    private void play(long number, String unit) {
        boolean founding = number % 2 == 0;
        var second = number % 3 == 0 ? stranger : twin;
        var played = FuzzGame.played(one, unit, founding).history();
        var again = FuzzGame.played(second, unit, founding).history();
        for (int i = 0; i < played.size(); i++) {
            var decided = played.get(i);
            var other = again.get(i);
            if (!decided.outcome().equals(other.outcome())
                    || !decided.events().equals(other.events())
                    || !decided.stateHash().equals(other.stateHash())) {
                faults.add("differs: " + events(decided) + " and " + events(other));
                return;
            }
        }
        count(outcome(played));
    }

    private static String events(Decided decided) {
        return decided.envelope().id() + " " + decided.outcome() + decided.events();
    }

    private static String outcome(List<Decided> played) {
        boolean suspended =
                played.stream()
                        .flatMap(it -> it.events().stream())
                        .map(Occurrence::event)
                        .anyMatch(Event.RuleSuspended.class::isInstance);
        boolean refused = played.getFirst().outcome() instanceof Outcome.Refused;
        return suspended ? "played: suspended" : refused ? "played: never" : "played: well";
    }

    private void count(String what) {
        tally.merge(what, 1, Integer::sum);
    }

    int count(Pattern what) {
        return tally.entrySet().stream()
                .filter(it -> what.matcher(it.getKey()).matches())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    @Override
    public void close() {
        one.close();
        twin.close();
        stranger.close();
    }
}
