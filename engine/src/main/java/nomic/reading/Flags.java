package nomic.reading;

import nomic.code.Outline;
import nomic.code.Outline.Act;
import nomic.code.Outline.Condition;
import nomic.code.Outline.Constraint;
import nomic.code.Outline.Deed;
import nomic.code.Outline.DrlRule;
import nomic.code.Outline.Literal;
import nomic.law.Kind;
import nomic.reading.Flag.Name;
import nomic.reading.Flag.Where;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds what voters should look at twice, from the parsed form of the code and from the words. */
public final class Flags {
    static final Set<String> VOTING = Set.of("adopt", "defeat", "openVote", "castBallot");
    static final Set<String> ENDING = Set.of("declareWinner", "declareDraw");

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
    private static final Set<String> CLAIMS_ON_VOTES =
            Set.of(
                    "ClaimKind.ADOPT",
                    "ClaimKind.DEFEAT",
                    "ClaimKind.BALLOT",
                    "ClaimKind.OPEN_VOTE");
    private static final int MOST = 50;

    private final Draft draft;
    private final Outline outline;
    private final List<Flag> found = new ArrayList<>();

    private Flags(Draft draft, Outline outline) {
        this.draft = draft;
        this.outline = outline;
    }

    /**
     * All flags of a text, each once for a line, in a fixed order; 50 at most.
     *
     * @param outline of its code
     */
    public static List<Flag> of(Draft draft, Outline outline) {
        Flags flags = new Flags(draft, outline);
        flags.find();
        return flags.all();
    }

    /** The flags of a text whose code cannot be read just now; one of them says so. */
    public static List<Flag> unread(Draft draft) {
        Flags flags = new Flags(draft, Outline.NONE);
        flags.find();
        flags.add(Name.UNREAD_CODE, "What this code does cannot be read just now.", 0);
        return flags.all();
    }

    private List<Flag> all() {
        return found.stream()
                .distinct()
                .sorted(
                        Comparator.comparing(Flag::name)
                                .thenComparing(Flag::where)
                                .thenComparingInt(Flag::line))
                .limit(MOST)
                .toList();
    }

    private void find() {
        if (draft.bringsCode()) {
            outline.rules().forEach(this::look);
            namePlayers();
        }
        lookAtTarget();
        found.addAll(Spelling.flags(draft, outline));
        found.addAll(TitleAndEffect.flags(draft, outline));
        boolean wordsAlone = draft.code().isBlank() && draft.kind() != null && draft.bringsCode();
        if (wordsAlone) {
            add(Name.NO_CODE, "It has no code: only people can apply it.", 0);
        }
    }

    private void look(DrlRule rule) {
        for (Deed deed : rule.deeds()) {
            if (deed.act() == Act.OTHER) {
                add(Name.UNREAD_CODE, "What this code does could not be read.", deed.line());
            } else if (deed.act() == Act.LAW) {
                look(rule, deed);
            }
        }
    }

    private void look(DrlRule rule, Deed deed) {
        String call = deed.name();
        int line = deed.line();
        if (VOTING.contains(call)) {
            add(Name.CHANGES_VOTING, "It " + votes(call) + ".", line);
        }
        if (call.equals("setStanding")) {
            add(Name.CHANGES_VOTING, "It changes who is active, and so who has a vote.", line);
        }
        if (ENDING.contains(call)) {
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
        if (HOLDING.contains(call)) {
            add(Name.TOUCHES_HOLDINGS, "It " + holdings(deed) + ".", line);
        }
        if (VERDICTS.contains(call)) {
            boolean forbids = call.equals("forbid");
            add(
                    Name.JUDGES_MOVES,
                    forbids
                            ? "It forbids moves of players or claims of rules."
                            : "It permits what other rules forbid.",
                    line);
            if (judgesVotes(rule)) {
                add(
                        Name.CHANGES_VOTING,
                        forbids
                                ? "It can stand against a ballot or the end of a vote."
                                : "It can permit a ballot or the end of a vote.",
                        line);
            }
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
        return rule.conditions().stream().flatMap(Flags::all).anyMatch(Flags::isOnVotes);
    }

    private static boolean isOnVotes(Condition condition) {
        return condition.type().equals("Vote")
                || (condition.type().equals("Claim")
                        && condition.constraints().stream()
                                .flatMap(Flags::parts)
                                .anyMatch(each -> CLAIMS_ON_VOTES.contains(each.right())));
    }

    private static Stream<Condition> all(Condition condition) {
        return Stream.concat(Stream.of(condition), condition.parts().stream().flatMap(Flags::all));
    }

    private static Stream<Constraint> parts(Constraint constraint) {
        return Stream.concat(
                Stream.of(constraint), constraint.parts().stream().flatMap(Flags::parts));
    }

    private void namePlayers() {
        Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        named.addAll(draft.players().isEmpty() ? Names.in(outline).players() : draft.players());
        for (Literal literal : outline.literals()) {
            String text = Plain.line(literal.text());
            if (!literal.number() && named.contains(text)) {
                add(
                        Name.NAMES_PLAYER,
                        "It names the player " + Plain.quoted(text) + ".",
                        literal.line());
            }
        }
    }

    /** What goes away with the code that is in force. */
    private void lookAtTarget() {
        Draft.Target target = draft.target();
        if (target == null || draft.kind() == Kind.TRANSMUTE) {
            return;
        }
        boolean repeals = draft.kind() == Kind.REPEAL;
        String how = repeals ? "It repeals rule " : "It rewrites rule ";
        if (target.calls().stream().anyMatch(VOTING::contains)) {
            found.add(
                    new Flag(
                            Name.CHANGES_VOTING,
                            how + target.number() + ", which decides votes.",
                            Where.TARGET,
                            0));
        }
        if (target.calls().stream().anyMatch(ENDING::contains)) {
            found.add(
                    new Flag(
                            Name.CAN_END_GAME,
                            how + target.number() + ", which can end the game.",
                            Where.TARGET,
                            0));
        }
    }

    private void add(Name name, String sentence, int line) {
        found.add(new Flag(name, sentence, Where.CODE, line));
    }
}
