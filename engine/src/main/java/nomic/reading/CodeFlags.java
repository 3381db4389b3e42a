package nomic.reading;

import nomic.code.Outline;
import nomic.code.Outline.Act;
import nomic.code.Outline.Condition;
import nomic.code.Outline.Constraint;
import nomic.code.Outline.Deed;
import nomic.code.Outline.DrlRule;
import nomic.reading.Flag.Name;
import nomic.reading.Flag.Where;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What voters should look at twice in a code: what it asks of the law. */
final class CodeFlags {
    private static final Set<String> HOLDING = Set.of("award", "deduct", "transfer");
    private static final Set<String> ON_RULES =
            Set.of(
                    "suspend",
                    "renumber",
                    "deferTo",
                    "prevailOver",
                    "prevails",
                    "numberProposalsFrom");
    private static final Set<String> VERDICTS = Set.of("forbid", "permit");
    private static final Set<String> MAY_BE_BALLOTS = Set.of("Vote", "Move", "Object");
    private static final Set<String> CLAIMS_ON_VOTES =
            Set.of(
                    "ClaimKind.ADOPT",
                    "ClaimKind.DEFEAT",
                    "ClaimKind.BALLOT",
                    "ClaimKind.OPEN_VOTE");

    private final List<Flag> found = new ArrayList<>();

    private CodeFlags() {}

    /**
     * All flags of a code. A call that its class files show and its outline does not is flagged
     * without a line.
     *
     * @param calls the methods of the law that its class files call
     */
    static List<Flag> of(Outline outline, Set<String> calls) {
        var flags = new CodeFlags();
        outline.rules().forEach(flags::look);
        flags.lookAtUnread(outline, calls);
        if (outline.cut()) {
            flags.add(
                    Name.UNREAD_CODE,
                    "It holds so many texts and numbers that not all of them were looked at.",
                    0);
        }
        return flags.found;
    }

    private void lookAtUnread(Outline outline, Set<String> calls) {
        Set<String> unread = new TreeSet<>(calls);
        outline.rules().stream()
                .flatMap(rule -> rule.deeds().stream())
                .filter(deed -> deed.act() == Act.LAW)
                .forEach(deed -> unread.remove(deed.name()));
        for (String call : unread) {
            look(call, 0);
            if (HOLDING.contains(call)) {
                add(Name.TOUCHES_HOLDINGS, "It gives, takes or moves what players hold.", 0);
            }
            if (VERDICTS.contains(call)) {
                add(Name.CHANGES_VOTING, "It may judge ballots or the end of a vote.", 0);
            }
        }
        if (!unread.isEmpty()) {
            add(
                    Name.UNREAD_CODE,
                    "It calls law."
                            + String.join(", law.", unread)
                            + " where it could not be read.",
                    0);
        }
    }

    private void look(DrlRule rule) {
        for (Deed deed : rule.deeds()) {
            if (deed.act() == Act.OTHER) {
                add(Name.UNREAD_CODE, "What this code does could not be read.", deed.line());
                if (rule.legality() && judgesVotes(rule)) {
                    add(
                            Name.CHANGES_VOTING,
                            "It judges ballots or the end of a vote.",
                            deed.line());
                }
            } else if (deed.act() == Act.LAW) {
                look(rule, deed);
            }
        }
    }

    private void look(DrlRule rule, Deed deed) {
        String call = deed.name();
        int line = deed.line();
        look(call, line);
        if (HOLDING.contains(call)) {
            add(Name.TOUCHES_HOLDINGS, "It " + holdings(deed) + ".", line);
        }
        if (VERDICTS.contains(call) && judgesVotes(rule)) {
            add(
                    Name.CHANGES_VOTING,
                    call.equals("forbid")
                            ? "It can stand against a ballot or the end of a vote."
                            : "It can permit a ballot or the end of a vote.",
                    line);
        }
    }

    /** What is to be said of a call, whatever its arguments. */
    private void look(String call, int line) {
        if (Flags.VOTING.contains(call)) {
            add(Name.CHANGES_VOTING, "It " + votes(call) + ".", line);
        }
        if (call.equals("setStanding")) {
            add(Name.CHANGES_VOTING, "It changes who is active, and so who has a vote.", line);
        }
        if (call.equals("removePlayer")) {
            add(Name.CHANGES_VOTING, "It removes players, and so those who have a vote.", line);
        }
        if (Flags.ENDING.contains(call)) {
            add(
                    Name.CAN_END_GAME,
                    call.equals("declareWinner")
                            ? "It can end the game with a winner."
                            : "It can end the game with nobody as winner.",
                    line);
        }
        if (ON_RULES.contains(call)) {
            add(Name.CHANGES_RULES, "It " + rules(call) + ".", line);
        }
        if (VERDICTS.contains(call)) {
            boolean forbids = call.equals("forbid");
            add(
                    Name.JUDGES_MOVES,
                    forbids
                            ? "It forbids moves of players or claims of rules."
                            : "It permits what other rules forbid.",
                    line);
        }
    }

    private static String votes(String call) {
        return switch (call) {
            case "adopt" -> "can adopt proposals";
            case "defeat" -> "can defeat proposals";
            case "openVote" -> "opens votes";
            default -> "casts ballots for players";
        };
    }

    private static String rules(String call) {
        return switch (call) {
            case "suspend" -> "suspends rules";
            case "renumber" -> "gives rules other numbers";
            case "numberProposalsFrom" -> "changes how proposals are numbered";
            default -> "changes which rule prevails over which";
        };
    }

    private static String holdings(Deed deed) {
        String what =
                switch (deed.name()) {
                    case "award" -> Holdings.isLoss(deed) ? "takes" : "gives";
                    case "deduct" -> Holdings.isLoss(deed) ? "takes" : "gives";
                    default -> "moves";
                };
        return what + " " + Plain.line(Holdings.asset(deed));
    }

    private static boolean judgesVotes(DrlRule rule) {
        return rule.conditions().stream().flatMap(CodeFlags::all).anyMatch(CodeFlags::isOnVotes);
    }

    private static boolean isOnVotes(Condition condition) {
        return MAY_BE_BALLOTS.contains(condition.type())
                || (condition.type().equals("Claim")
                        && condition.constraints().stream().noneMatch(CodeFlags::isOnOtherClaims));
    }

    /** Whether it lets no claim through that is about a vote. */
    private static boolean isOnOtherClaims(Constraint constraint) {
        return switch (constraint.operator()) {
            case "||" ->
                    !constraint.parts().isEmpty()
                            && constraint.parts().stream().allMatch(CodeFlags::isOnOtherClaims);
            case "&&" -> constraint.parts().stream().anyMatch(CodeFlags::isOnOtherClaims);
            case "==" ->
                    constraint.left().equals("kind")
                            && constraint.right().startsWith("ClaimKind.")
                            && !CLAIMS_ON_VOTES.contains(constraint.right());
            default -> false;
        };
    }

    private static Stream<Condition> all(Condition condition) {
        return Stream.concat(
                Stream.of(condition), condition.parts().stream().flatMap(CodeFlags::all));
    }

    private void add(Name name, String sentence, int line) {
        found.add(new Flag(name, sentence, Where.CODE, line));
    }
}
