package nomic.reading;

import nomic.code.Outline.Condition;
import nomic.code.Outline.Constraint;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Facts of the law for which there is a better way to say it than the usual one. */
final class Patterns {
    private Patterns() {}

    /** A whole condition; null where the usual way does. */
    static @Nullable String special(Condition condition, Conditions telling, boolean not) {
        return switch (condition.type()) {
            case "Turn" -> turn(condition, telling, not);
            case "Holding" -> holding(condition, telling, not);
            case "Act" -> named(condition, telling, not, "player takes the action ");
            case "Elapsed" -> named(condition, telling, not, "deadline has come: ");
            default -> not ? null : identified(condition, telling);
        };
    }

    private static @Nullable String turn(Condition condition, Conditions telling, boolean not) {
        Constraint player = compared(condition, "player");
        if (player == null || not) {
            return null;
        }
        String whose = telling.values().of(player.right());
        String is =
                player.operator().equals("==")
                        ? "it is the turn of "
                        : "it is the turn of somebody other than ";
        return is + whose + telling.clauses(condition, List.of("player"));
    }

    private static String holding(Condition condition, Conditions telling, boolean not) {
        Constraint owner = equal(condition, "owner");
        Constraint asset = equal(condition, "asset");
        Values values = telling.values();
        List<String> told = new ArrayList<>();
        String who = "somebody";
        if (owner != null) {
            who = values.of(owner.right());
            told.add("owner");
        }
        String what = "something";
        if (asset != null) {
            what = asset(asset.right(), values);
            told.add("asset");
        }
        String clauses = telling.clauses(condition, told);
        if (clauses.isEmpty()) {
            return who + (not ? " has no account of " : " has an account of ") + what;
        }
        String holds = who + " holds " + what + clauses;
        return (not ? "it is not so that " : "")
                + holds.replace("whose amount is", "in an amount that is");
    }

    private static @Nullable Constraint equal(Condition condition, String field) {
        Constraint found = compared(condition, field);
        return found == null || !found.operator().equals("==") ? null : found;
    }

    private static String asset(String expression, Values values) {
        return Values.isText(expression)
                ? Plain.line(Values.inside(expression))
                : values.of(expression);
    }

    private static @Nullable String named(
            Condition condition, Conditions telling, boolean not, String what) {
        Constraint name = compared(condition, "name");
        return name == null || !name.operator().equals("==")
                ? null
                : (not ? "no " : "a ")
                        + what
                        + telling.values().of(name.right())
                        + telling.clauses(condition, List.of("name"));
    }

    /** A fact that is known already, of which more is asked. */
    private static @Nullable String identified(Condition condition, Conditions telling) {
        String identity = Words.IDENTITIES.get(condition.type());
        Constraint same = identity == null ? null : compared(condition, identity);
        if (same == null || !same.operator().equals("==") || !same.right().startsWith("$")) {
            return null;
        }
        return telling.values().of(same.right())
                + " is "
                + Words.one(Words.NOUNS.getOrDefault(condition.type(), "thing"))
                + telling.clauses(condition, List.of(identity));
    }

    private static @Nullable Constraint compared(Condition condition, String field) {
        return condition.constraints().stream()
                .filter(each -> each.left().equals(field) && !each.operator().isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** A clause behind the noun; null where the usual way does. */
    static @Nullable String clause(Constraint constraint, String type, Values values) {
        boolean is = constraint.operator().equals("==");
        return switch (type + "." + constraint.left()) {
            case "VoteClosed.adopted", "VoteSettled.adopted" -> "with the change adopted";
            case "VoteClosed.!adopted", "VoteSettled.!adopted" -> "with the change not adopted";
            case "Ballot.proposal" -> is ? "on " + values.of(constraint.right()) : null;
            case "Ballot.voter" -> is ? "of " + values.of(constraint.right()) : null;
            case "Ballot.choice", "Vote.choice" ->
                    switch (constraint.right()) {
                        case "Choice.FOR" -> is ? "for it" : "that is not for it";
                        case "Choice.AGAINST" -> is ? "against it" : "that is not against it";
                        case "Choice.ABSTAIN" -> is ? "that abstains" : "that does not abstain";
                        default -> null;
                    };
            case "Proposal.status" -> status(constraint, is);
            case "Rule.adopts", "Proposal.adopts" -> "that can adopt a change";
            case "Rule.declaresWinner" -> "that can declare a winner";
            case "Player.name", "Proposal.number", "Rule.number", "Case.number" ->
                    switch (constraint.operator()) {
                        case "!=" -> "other than " + values.of(constraint.right());
                        case "==" ->
                                named(constraint.right(), type) + values.of(constraint.right());
                        default -> null;
                    };
            default -> null;
        };
    }

    private static String named(String identity, String type) {
        return identity.matches("[0-9]+") ? "with the number " : Conditions.pronoun(type) + " is ";
    }

    private static @Nullable String status(Constraint constraint, boolean is) {
        String status =
                switch (constraint.right()) {
                    case "Status.VOTING" -> "open to votes";
                    case "Status.DEBATE" -> "in debate";
                    case "Status.ADOPTED" -> "adopted";
                    case "Status.DEFEATED" -> "defeated";
                    case "Status.VOID" -> "void";
                    case "Status.WITHDRAWN" -> "withdrawn";
                    default -> "";
                };
        return status.isEmpty() || !(is || constraint.operator().equals("!="))
                ? null
                : (is ? "that is " : "that is not ") + status;
    }
}
