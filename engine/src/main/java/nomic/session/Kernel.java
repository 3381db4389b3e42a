package nomic.session;

import nomic.code.Check;
import nomic.code.Checker;
import nomic.code.DeclaredType;
import nomic.code.Diagnostic;
import nomic.game.Command;
import nomic.game.DeadlineEntry;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.GameStatus;
import nomic.game.OfferEntry;
import nomic.game.ProposalEntry;
import nomic.game.Refusal;
import nomic.game.Refusal.Problem;
import nomic.game.RuleEntry;
import nomic.game.Texts;
import nomic.law.Act;
import nomic.law.EndTurn;
import nomic.law.Forfeit;
import nomic.law.Join;
import nomic.law.Kind;
import nomic.law.Leave;
import nomic.law.Player;
import nomic.law.Propose;
import nomic.law.RuleStatus;
import nomic.law.Start;
import nomic.law.TimePassed;
import nomic.law.Vote;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the kernel itself says of a command: it refuses only what is malformed or names what does
 * not exist, and knows what a move records of itself.
 */
final class Kernel {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_PROSE = 20_000;

    private final Checker checker;

    Kernel(Checker checker) {
        this.checker = checker;
    }

    Prepared prepare(GameState state, Envelope envelope) {
        if (envelope.command() instanceof Command.CreateGame create) {
            return found(state, envelope, create);
        }
        if (!state.exists()) {
            return no(Problem.UNKNOWN_GAME, "There is no such game.", "Create it first.");
        }
        if (state.status() == GameStatus.FINISHED) {
            return no(
                    Problem.GAME_OVER,
                    "The game is over: " + String.join(", ", state.winners()) + " won.",
                    "Create another game.");
        }
        return switch (envelope.command()) {
            case Command.Join _ -> join(state, envelope);
            case Command.PassTime _ -> passTime(state, envelope);
            case Command.Start _ -> start(state, envelope);
            default -> playersMove(state, envelope);
        };
    }

    private Prepared playersMove(GameState state, Envelope envelope) {
        String player = envelope.player();
        Command command = envelope.command();
        if (!state.players().containsKey(player)) {
            return stranger(player, command);
        }
        boolean leaves = command instanceof Command.Leave || command instanceof Command.Forfeit;
        if (leaves && !active(state, player)) {
            return gone(player);
        }
        if (state.status() == GameStatus.OPEN && !(command instanceof Command.Leave)) {
            return no(
                    Problem.NOT_STARTED,
                    "The game has not started, so nobody can " + verb(command) + " yet.",
                    "The game master " + state.master() + " starts it.");
        }
        return switch (command) {
            case Command.Leave _ ->
                    new Prepared.Ready(
                            "leave",
                            new Leave(player, envelope.at()),
                            List.of(new Event.PlayerLeft(player, false)));
            case Command.Forfeit _ ->
                    new Prepared.Ready(
                            "forfeit",
                            new Forfeit(player, envelope.at()),
                            List.of(new Event.PlayerLeft(player, true)));
            case Command.EndTurn _ ->
                    new Prepared.Ready(
                            "end-turn",
                            new EndTurn(player, envelope.at()),
                            List.of(new Event.TurnEnded(player)));
            case Command.Propose propose -> propose(state, envelope, propose);
            case Command.Vote vote -> vote(state, envelope, vote);
            case Command.Act act -> act(state, envelope, act);
            case Command.CreateGame _, Command.Join _, Command.Start _, Command.PassTime _ ->
                    throw new IllegalArgumentException("Not a move of a player: " + command);
        };
    }

    private static Prepared no(Problem problem, String reason, String hint) {
        return new Prepared.Refused(new Refusal.Malformed(problem, reason, hint));
    }

    private static Prepared bad(String reason, String hint) {
        return no(Problem.BAD_ARGUMENT, reason, hint);
    }

    private static boolean active(GameState state, String name) {
        Player player = state.players().get(name);
        return player != null && player.isActive();
    }

    private static String verb(Command command) {
        return switch (command) {
            case Command.Propose _ -> "propose";
            case Command.Vote _ -> "vote";
            case Command.Act _ -> "act";
            case Command.EndTurn _ -> "end a turn";
            case Command.Forfeit _ -> "forfeit";
            default -> "move";
        };
    }

    private static Prepared stranger(String player, Command command) {
        return no(
                Problem.NOT_A_PLAYER,
                player + " is not a player of this game and cannot " + verb(command) + ".",
                "Join the game, or watch it.");
    }

    private static Prepared gone(String player) {
        return no(Problem.NOT_A_PLAYER, player + " has left this game already.", "Watch the game.");
    }

    private Prepared found(GameState state, Envelope envelope, Command.CreateGame create) {
        if (state.exists()) {
            return no(Problem.GAME_EXISTS, "The game exists already.", "Choose another id.");
        }
        String broken = brokenLine(create.name());
        if (create.name().isBlank() || !broken.isEmpty()) {
            return bad("The name of the game is missing" + broken + ".", "Give it a name.");
        }
        var rules = new ArrayList<Event.Founded>();
        var numbers = new TreeSet<Integer>();
        for (Command.FoundingRule rule : create.rules()) {
            if (rule.number() < 1 || !numbers.add(rule.number())) {
                return bad(
                        "Two rules have the number " + rule.number() + ", or it is not positive.",
                        "Number the rules from 1, each once.");
            }
            @Nullable Check check = check(rule.number(), rule.code());
            if (check instanceof Check.Refused refused) {
                return new Prepared.Refused(new Refusal.Unchecked(refused.diagnostics()));
            }
            rules.add(
                    new Event.Founded(
                            rule.number(),
                            rule.title(),
                            rule.mutable(),
                            rule.prose(),
                            rule.code(),
                            calls(check)));
        }
        return new Prepared.Founding(
                new Event.GameCreated(
                        create.name(),
                        create.ruleset(),
                        envelope.player(),
                        rules,
                        create.limits()));
    }

    private static Prepared join(GameState state, Envelope envelope) {
        String name = envelope.player();
        if (name.isEmpty()) {
            return bad("A player needs a name.", "Give one.");
        }
        if (state.players().containsKey(name)) {
            return no(
                    Problem.ALREADY_JOINED,
                    name + " has joined this game already.",
                    "Nothing is left to do, or join another game.");
        }
        int seat = state.players().values().stream().mapToInt(Player::seat).max().orElse(0) + 1;
        return new Prepared.Ready(
                "join", new Join(name, envelope.at()), List.of(new Event.PlayerJoined(name, seat)));
    }

    private static Prepared start(GameState state, Envelope envelope) {
        if (state.status() != GameStatus.OPEN) {
            return no(Problem.ALREADY_STARTED, "The game has started already.", "Play on.");
        }
        if (!envelope.player().equals(state.master())) {
            return no(
                    Problem.NOT_THE_MASTER,
                    "Only the game master " + state.master() + " can start the game.",
                    "Ask the game master.");
        }
        if (state.players().values().stream().noneMatch(Player::isActive)) {
            return no(Problem.NO_PLAYERS, "Nobody has joined the game.", "Join it first.");
        }
        return new Prepared.Ready(
                "start",
                new Start(envelope.player(), envelope.at()),
                List.of(new Event.GameStarted()));
    }

    private static Prepared passTime(GameState state, Envelope envelope) {
        List<Event> due =
                state.deadlines().values().stream()
                        .filter(deadline -> FactView.awake(state, deadline.rule()))
                        .filter(deadline -> !deadline.at().isAfter(envelope.at()))
                        .sorted(
                                Comparator.comparing(DeadlineEntry::at)
                                        .thenComparing(DeadlineEntry::name))
                        .<Event>map(d -> new Event.DeadlinePassed(d.name(), d.at()))
                        .toList();
        return new Prepared.Ready("time", new TimePassed(envelope.at()), due);
    }

    private Prepared vote(GameState state, Envelope envelope, Command.Vote vote) {
        ProposalEntry proposal = state.proposals().get(vote.proposal());
        if (proposal == null) {
            return no(
                    Problem.UNKNOWN_PROPOSAL,
                    "There is no proposal " + vote.proposal() + " in this game.",
                    "Its proposals are " + state.proposals().keySet() + ".");
        }
        if (!proposal.open()) {
            String end = proposal.status().name().toLowerCase(Locale.ROOT);
            return no(
                    Problem.VOTE_CLOSED,
                    "The vote on proposal " + vote.proposal() + " is closed: it is " + end + ".",
                    "Vote on an open proposal.");
        }
        if (vote.hash() != null && !vote.hash().equals(proposal.hash())) {
            return no(
                    Problem.TEXT_CHANGED,
                    "Proposal "
                            + vote.proposal()
                            + " is no longer the text with hash "
                            + vote.hash()
                            + ".",
                    "Read it again: its hash is " + proposal.hash() + ".");
        }
        return new Prepared.Ready(
                "vote",
                new Vote(envelope.player(), vote.proposal(), vote.choice(), envelope.at()),
                List.of(
                        new Event.BallotCast(
                                vote.proposal(),
                                envelope.player(),
                                vote.choice(),
                                proposal.hash())));
    }

    private static Prepared act(GameState state, Envelope envelope, Command.Act act) {
        for (OfferEntry offer : state.offers().values()) {
            if (offer.offer().player().equals(envelope.player())
                    && offer.offer().name().equals(act.name())
                    && FactView.awake(state, offer.rule())) {
                return Arguments.check(offer.offer(), act.arguments(), state)
                        .map(
                                arguments ->
                                        new Prepared.Ready(
                                                "act",
                                                new Act(
                                                        envelope.player(),
                                                        act.name(),
                                                        arguments,
                                                        envelope.at()),
                                                List.of(
                                                        new Event.ActionTaken(
                                                                envelope.player(),
                                                                act.name(),
                                                                arguments))));
            }
        }
        return no(
                Problem.UNKNOWN_ACTION,
                "No action " + act.name() + " is open to " + envelope.player() + ".",
                "Read the offers of the game for what is open.");
    }

    private Prepared propose(GameState state, Envelope envelope, Command.Propose propose) {
        RuleEntry target = null;
        if (propose.kind() != Kind.ENACT) {
            target = state.rule(propose.target());
            if (target == null || target.status() == RuleStatus.REPEALED) {
                return no(
                        Problem.UNKNOWN_RULE,
                        "There is no rule "
                                + propose.target()
                                + " to "
                                + word(propose.kind())
                                + ".",
                        "Read the rulebook for the numbers in force.");
            }
        }
        boolean changesText = propose.kind() == Kind.ENACT || propose.kind() == Kind.AMEND;
        if (!changesText && !propose.code().isBlank()) {
            return bad(
                    "A proposal to " + word(propose.kind()) + " carries no code.",
                    "Leave the code out, or propose an amendment.");
        }
        String title =
                target != null && propose.title().isBlank()
                        ? target.text().title()
                        : propose.title();
        String wrong = wrongText(title, propose.prose());
        if (!wrong.isEmpty()) {
            return bad(wrong, "Shorten or correct it.");
        }
        int id = target == null ? state.nextProposal() : target.id();
        @Nullable Check check = check(id, propose.code());
        if (check instanceof Check.Refused refused) {
            return new Prepared.Refused(new Refusal.Unchecked(refused.diagnostics()));
        }
        List<Diagnostic> mismatches = mismatches(target, propose, check);
        if (!mismatches.isEmpty()) {
            return new Prepared.Refused(new Refusal.Unchecked(mismatches));
        }
        int number = state.nextProposal();
        return new Prepared.Ready(
                "propose",
                new Propose(
                        envelope.player(),
                        propose.kind(),
                        target == null ? 0 : target.number(),
                        title,
                        envelope.at()),
                List.of(
                        new Event.ProposalMade(
                                number,
                                envelope.player(),
                                propose.kind(),
                                target == null ? 0 : target.number(),
                                target == null ? 0 : target.id(),
                                target == null ? 0 : target.revisions().size(),
                                title,
                                propose.prose(),
                                propose.code(),
                                Texts.hash(propose.prose(), propose.code()),
                                calls(check),
                                envelope.at())));
    }

    /** Facts of a declared type live on when their rule is amended, so fields keep their types. */
    private List<Diagnostic> mismatches(
            @Nullable RuleEntry target, Command.Propose propose, @Nullable Check check) {
        if (target == null
                || propose.kind() != Kind.AMEND
                || !(check instanceof Check.Accepted accepted)
                || !(check(target.id(), target.text().code()) instanceof Check.Accepted before)) {
            return List.of();
        }
        var mismatches = new ArrayList<Diagnostic>();
        for (DeclaredType old : types(before)) {
            for (DeclaredType type : types(accepted)) {
                if (old.name().equals(type.name())) {
                    for (String field : OwnFacts.changedFields(old, type)) {
                        mismatches.add(
                                new Diagnostic(
                                        Diagnostic.Severity.ERROR,
                                        "field-type-changed",
                                        0,
                                        0,
                                        "The field "
                                                + field
                                                + " of "
                                                + type.name()
                                                + " has another type than in rule "
                                                + target.number()
                                                + ".",
                                        "Facts of the type may live: give the field another"
                                                + " name."));
                    }
                }
            }
        }
        return mismatches;
    }

    private static List<DeclaredType> types(Check.Accepted check) {
        return check.rule().types();
    }

    /** Null where there is no code: a rule that only people can apply. */
    private @Nullable Check check(int ruleId, String code) {
        return code.isBlank() ? null : checker.check(ruleId, code);
    }

    private static SortedSet<String> calls(@Nullable Check check) {
        return check instanceof Check.Accepted accepted
                ? accepted.rule().lawCalls()
                : Collections.emptySortedSet();
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String wrongText(String title, String prose) {
        if (title.isBlank()) {
            return "The title is missing.";
        }
        if (title.length() > LONGEST_TITLE) {
            return "The title has "
                    + title.length()
                    + " characters; at most "
                    + LONGEST_TITLE
                    + " are allowed.";
        }
        if (prose.length() > LONGEST_PROSE) {
            return "The prose has "
                    + prose.length()
                    + " characters; at most "
                    + LONGEST_PROSE
                    + " are allowed.";
        }
        return brokenLine(title).isEmpty() ? "" : "The title" + brokenLine(title) + ".";
    }

    private static String brokenLine(String line) {
        if (line.length() > LONGEST_TITLE) {
            return " has more than " + LONGEST_TITLE + " characters";
        }
        return Line.isPlain(line)
                ? ""
                : " has line breaks, control characters or changes of direction";
    }
}
