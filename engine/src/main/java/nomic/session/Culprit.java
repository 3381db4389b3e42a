package nomic.session;

import nomic.code.LimitExceeded;
import nomic.code.Meter;
import nomic.code.Texts;

import org.jspecify.annotations.Nullable;

/** Finds the rule that is to blame for what rule code threw. */
final class Culprit {
    /** Makes the fault of a rule. */
    interface Blame {
        Fault of(int rule, String name, String why);
    }

    private static final int LONGEST_WHY = 300;

    private Culprit() {}

    /** Does work that may run rule code, and turns what it throws into the fault of a rule. */
    static void guard(Runnable work, Blame blame, Meter meter, Asking law) {
        try {
            work.run();
        } catch (LimitExceeded limit) {
            int rule = limit.ruleId() != 0 ? limit.ruleId() : meter.current();
            if (rule == 0) {
                throw limit;
            }
            throw new Fault.Thrown(blame.of(rule, nameOf(law.inHand(), rule), why(limit)));
        } catch (RuntimeException | LinkageError thrown) {
            MatchInHand match = law.inHand();
            int rule = thrower(thrown);
            if (rule == 0 && match != null) {
                rule = match.rule();
            }
            if (rule == 0) {
                rule = meter.current();
            }
            if (rule == 0) {
                throw thrown;
            }
            throw new Fault.Thrown(blame.of(rule, nameOf(match, rule), why(root(thrown))));
        }
    }

    static String why(LimitExceeded limit) {
        return switch (limit.budget()) {
            case FUEL -> "it ran out of fuel: it does too much work in one command";
            case BYTES -> "it ran out of memory: it allocates too much in one command";
            case DEPTH -> "its calls nest too deeply";
            case FACTS -> "it inserts too many facts in one command";
            case FIRINGS -> "it makes more than " + limit.amount() + " firings in one command";
            case ASKS -> "it asks for more than " + limit.amount() + " outcomes in one command";
            case TEXT -> "it writes more than " + limit.amount() + " characters in one command";
            case UNBOUND -> "its code ran without a budget";
        };
    }

    private static String nameOf(@Nullable MatchInHand match, int rule) {
        return match != null && match.rule() == rule ? match.cause().name() : "";
    }

    /** The rule whose class is nearest to the place where it was thrown; 0 where there is none. */
    private static int thrower(Throwable thrown) {
        for (StackTraceElement element : root(thrown).getStackTrace()) {
            String type = element.getClassName();
            int end = type.lastIndexOf('.');
            if (type.startsWith("nomic.rule.r") && end > 0) {
                String id = type.substring("nomic.rule.r".length()).split("\\.", 2)[0];
                if (id.chars().allMatch(Character::isDigit)) {
                    return Integer.parseInt(id);
                }
            }
        }
        return 0;
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String why(Throwable root) {
        String said = Texts.messageOf(root);
        String message = said == null ? "" : ": " + said;
        return Line.of(Texts.nameOf(root) + message, LONGEST_WHY);
    }
}
