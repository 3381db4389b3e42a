package nomic.session;

import nomic.code.Checker;
import nomic.game.Command;
import nomic.game.DeadlineEntry;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.GameStatus;
import nomic.game.OfferEntry;
import nomic.game.Refusal.Problem;
import nomic.law.Act;
import nomic.law.ClaimDeadEnd;
import nomic.law.EndTurn;
import nomic.law.Forfeit;
import nomic.law.Join;
import nomic.law.Leave;
import nomic.law.Player;
import nomic.law.Start;
import nomic.law.TimePassed;
import nomic.law.Turn;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What the kernel itself says of a command: it refuses only what is malformed or names what does
 * not exist, and knows what a move records of itself.
 */
final class Kernel {
    private final RuleText texts;
    private final ProposalMoves proposals;
    private final Orders orders;

    Kernel(Checker checker) {
        texts = new RuleText(checker);
        proposals = new ProposalMoves(texts);
        orders = new Orders(texts);
    }

    Prepared prepare(GameState state, Envelope envelope) {
        if (envelope.command() instanceof Command.CreateGame create) {
            return found(state, envelope, create);
        }
        if (envelope.command() instanceof Command.ForkGame fork) {
            return fork(state, envelope, fork);
        }
        if (!state.exists()) {
            return Prepared.no(Problem.UNKNOWN_GAME, "There is no such game.", "Create it first.");
        }
        if (envelope.command() instanceof Command.Order order) {
            return orders.prepare(state, envelope, order);
        }
        if (state.status() == GameStatus.FINISHED) {
            return over(state);
        }
        if (state.paused() != null) {
            return Prepared.no(
                    Problem.PAUSED,
                    "The game is paused since "
                            + state.paused().since()
                            + ": "
                            + state.paused().reason(),
                    "The game master " + state.master() + " resumes it.");
        }
        return switch (envelope.command()) {
            case Command.Join _ -> join(state, envelope);
            case Command.PassTime _ -> passTime(state, envelope);
            case Command.Start _ -> start(state, envelope);
            default -> playersMove(state, envelope);
        };
    }

    static Prepared over(GameState state) {
        String how =
                state.ended() != null
                        ? "its master has ended it: " + state.ended()
                        : state.winners().isEmpty()
                                ? "it ended in a draw."
                                : String.join(", ", state.winners()) + " won.";
        return Prepared.no(Problem.GAME_OVER, "The game is over: " + how, "Create another game.");
    }

    private Prepared playersMove(GameState state, Envelope envelope) {
        String player = envelope.player();
        Command command = envelope.command();
        if (!state.players().containsKey(player)) {
            return stranger(player, command);
        }
        boolean leaves = command instanceof Command.Leave || command instanceof Command.Forfeit;
        if (leaves && isGone(state, player)) {
            return gone(player);
        }
        if (state.status() == GameStatus.OPEN && !(command instanceof Command.Leave)) {
            return Prepared.no(
                    Problem.NOT_STARTED,
                    "The game has not started, so nobody can " + verb(command) + " yet.",
                    "The game master " + state.master() + " starts it.");
        }
        Instant at = envelope.at();
        return switch (command) {
            case Command.Leave _ ->
                    Prepared.ready(
                            "leave", new Leave(player, at), new Event.PlayerLeft(player, false));
            case Command.Forfeit _ ->
                    Prepared.ready(
                            "forfeit", new Forfeit(player, at), new Event.PlayerLeft(player, true));
            case Command.EndTurn _ ->
                    Prepared.ready(
                            "end-turn", new EndTurn(player, at), new Event.TurnEnded(player));
            case Command.Propose propose -> proposals.propose(state, envelope, propose);
            case Command.Revise revise -> proposals.revise(state, envelope, revise);
            case Command.Withdraw withdraw -> proposals.withdraw(state, envelope, withdraw);
            case Command.Vote vote -> proposals.vote(state, envelope, vote);
            case Command.Act act -> act(state, envelope, act);
            case Command.CallForJudgment call -> CaseMoves.call(state, envelope, call);
            case Command.Judge judge -> CaseMoves.judge(state, envelope, judge);
            case Command.ClaimDeadEnd _ -> claimDeadEnd(state, envelope);
            case Command.CreateGame _,
                    Command.ForkGame _,
                    Command.Join _,
                    Command.Start _,
                    Command.PassTime _,
                    Command.Order _ ->
                    throw new IllegalArgumentException("Not a move of a player: " + command);
        };
    }

    /** That nobody can move is found out when the rules have had their say on the claim. */
    private static Prepared claimDeadEnd(GameState state, Envelope envelope) {
        Turn turn = state.turn();
        String whose = turn == null ? envelope.player() : turn.player();
        return Prepared.ready(
                "claim-dead-end",
                new ClaimDeadEnd(envelope.player(), envelope.at()),
                new Event.DeadEndFound(turn == null ? 0 : turn.number(), whose));
    }

    private static boolean isGone(GameState state, String name) {
        Player player = state.players().get(name);
        return player == null || player.isGone();
    }

    private static String verb(Command command) {
        return switch (command) {
            case Command.Propose _ -> "propose";
            case Command.Revise _ -> "revise a proposal";
            case Command.Withdraw _ -> "withdraw a proposal";
            case Command.CallForJudgment _ -> "call for judgment";
            case Command.Judge _ -> "judge";
            case Command.Vote _ -> "vote";
            case Command.Act _ -> "act";
            case Command.EndTurn _ -> "end a turn";
            case Command.Forfeit _ -> "forfeit";
            default -> "move";
        };
    }

    private static Prepared stranger(String player, Command command) {
        return Prepared.no(
                Problem.NOT_A_PLAYER,
                player + " is not a player of this game and cannot " + verb(command) + ".",
                "Join the game, or watch it.");
    }

    private static Prepared gone(String player) {
        return Prepared.no(
                Problem.NOT_A_PLAYER, player + " has left this game already.", "Watch the game.");
    }

    private Prepared found(GameState state, Envelope envelope, Command.CreateGame create) {
        if (state.exists()) {
            return Prepared.no(
                    Problem.GAME_EXISTS, "The game exists already.", "Choose another id.");
        }
        String broken = RuleText.broken(create.name());
        if (create.name().isBlank() || !broken.isEmpty()) {
            return Prepared.bad(
                    "The name of the game is missing" + broken + ".", "Give it a name.");
        }
        return new FirstRules(texts, create).check(state, envelope.player());
    }

    /** What happens now has happened under these rules already, so that they do not see it. */
    private static Prepared fork(GameState state, Envelope envelope, Command.ForkGame fork) {
        if (state.exists()) {
            return Prepared.no(
                    Problem.GAME_EXISTS, "The game exists already.", "Choose another id.");
        }
        String broken = RuleText.broken(fork.name());
        if (fork.name().isBlank() || !broken.isEmpty()) {
            return Prepared.bad(
                    "The name of the game is missing" + broken + ".", "Give it a name.");
        }
        GameState past = fork.past().state();
        if (!past.exists() || past.status() == GameStatus.FINISHED) {
            return Prepared.bad(
                    "Game %s was over at event %d, or not there yet."
                            .formatted(fork.forkOf().game(), fork.forkOf().head()),
                    "Give the number of an event after its creation and before its end.");
        }
        Event forked =
                fork.past()
                        .fork(
                                fork.name(),
                                envelope.player(),
                                fork.limits(),
                                fork.forkOf(),
                                envelope.at());
        return new Prepared.Ordered("fork", List.of(forked), false);
    }

    private static Prepared join(GameState state, Envelope envelope) {
        String name = envelope.player();
        if (name.isEmpty()) {
            return Prepared.bad("A player needs a name.", "Give one.");
        }
        if (state.players().containsKey(name)) {
            return Prepared.no(
                    Problem.ALREADY_JOINED,
                    name + " has joined this game already.",
                    "Nothing is left to do, or join another game.");
        }
        int seat = state.players().values().stream().mapToInt(Player::seat).max().orElse(0) + 1;
        return new Prepared.Ready(
                "join", new Join(name, envelope.at()), List.of(new Event.PlayerJoined(name, seat)));
    }

    private static Prepared start(GameState state, Envelope envelope) {
        if (!envelope.player().equals(state.master())) {
            return Prepared.no(
                    Problem.NOT_THE_MASTER,
                    "Only the game master " + state.master() + " can start the game.",
                    "Ask the game master.");
        }
        if (state.status() != GameStatus.OPEN) {
            return Prepared.no(
                    Problem.ALREADY_STARTED, "The game has started already.", "Play on.");
        }
        if (state.players().values().stream().noneMatch(Player::isActive)) {
            return Prepared.no(Problem.NO_PLAYERS, "Nobody has joined the game.", "Join it first.");
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
        return Prepared.no(
                Problem.UNKNOWN_ACTION,
                "No action " + act.name() + " is open to " + envelope.player() + ".",
                "Read the offers of the game for what is open.");
    }
}
