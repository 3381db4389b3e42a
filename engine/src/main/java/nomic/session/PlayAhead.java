package nomic.session;

import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.GameStatus;
import nomic.game.Occurrence;
import nomic.game.OfferEntry;
import nomic.game.Outcome;
import nomic.game.ProposalEntry;
import nomic.game.Refusal;
import nomic.game.RuleEntry;
import nomic.game.Seeds;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.law.Player;
import nomic.law.RuleStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Plays a game on, all players working together, until a change of the rules is adopted: what is
 * open is voted for, else somebody proposes; where that leads nowhere, deadlines pass, and actions
 * are taken that need no input.
 */
final class PlayAhead {
    private static final int MOST_COMMANDS = 100;

    /** What is proposed, one after the other: a rule may have had its fill of one kind. */
    private static final List<Kind> KINDS =
            List.of(Kind.ENACT, Kind.REPEAL, Kind.TRANSMUTE, Kind.ENACT);

    /** Decides a command. */
    interface Table {
        /** Null where a change of the rules takes effect by it. */
        @Nullable Decided decide(GameState state, Envelope envelope);
    }

    /** Whether a change would be adopted could not be found out. */
    static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unclear() {
            super("unclear", null, false, false);
        }
    }

    private final Table table;
    private GameState state;
    private Instant clock;
    private String seed;
    private int commands;
    private boolean adopted;
    private String obstacle = "nobody is there to propose a change";

    PlayAhead(Decided from, Table table) {
        this.table = table;
        this.state = from.state();
        this.clock = from.envelope().at();
        this.seed = from.envelope().seed();
    }

    /**
     * What stands against any further change, as a part of a sentence; empty where nothing does.
     */
    String obstacle() {
        for (Kind kind : KINDS) {
            vote();
            if (!settled()) {
                propose(kind);
            }
            if (!settled()) {
                vote();
            }
            if (!settled()) {
                move(mover(), new Command.EndTurn());
                takeActions();
            }
            if (!settled()) {
                passTime();
            }
            if (settled()) {
                return "";
            }
        }
        return obstacle;
    }

    private boolean settled() {
        return adopted || state.status() == GameStatus.FINISHED;
    }

    private String mover() {
        return state.turn() == null ? state.players().firstKey() : state.turn().player();
    }

    private void propose(Kind kind) {
        Command change = change(kind);
        boolean open = state.proposals().values().stream().anyMatch(ProposalEntry::open);
        List<String> players = players(mover());
        for (String player : players) {
            if (settled()) {
                return;
            }
            Outcome outcome = move(player, change);
            if (outcome instanceof Outcome.Accepted) {
                return;
            }
            if (!open && player.equals(players.getFirst())) {
                note(player + " could not propose a change", outcome);
            }
        }
    }

    /** Of the kinds that have a target, the target is the mutable rule with the highest id. */
    private Command change(Kind kind) {
        int target =
                state.rulebook().values().stream()
                        .filter(rule -> rule.mutable() && rule.status() != RuleStatus.REPEALED)
                        .mapToInt(RuleEntry::number)
                        .reduce(0, (_, last) -> last);
        return kind == Kind.ENACT || target == 0
                ? new Command.Propose(Kind.ENACT, 0, "A change", "So be it.", "")
                : new Command.Propose(kind, target, "", "", "");
    }

    private void vote() {
        List<Integer> open =
                state.proposals().values().stream()
                        .filter(ProposalEntry::open)
                        .map(ProposalEntry::number)
                        .toList();
        open.forEach(this::vote);
    }

    private void vote(int number) {
        ProposalEntry proposal = state.proposals().get(number);
        if (proposal == null) {
            return;
        }
        obstacle = "a change for which all vote would not be adopted";
        for (String player : players(proposal.author())) {
            ProposalEntry now = state.proposals().get(number);
            if (settled() || now == null || !now.open()) {
                return;
            }
            if (!now.ballots().containsKey(player)) {
                note(
                        player + " could not vote for a change",
                        move(player, new Command.Vote(number, Choice.FOR, null)));
            }
        }
    }

    private void takeActions() {
        for (OfferEntry entry : List.copyOf(state.offers().values())) {
            boolean open = state.offers().containsKey(entry.offer().id());
            if (open && !settled() && entry.offer().inputs().isEmpty()) {
                move(entry.offer().player(), new Command.Act(entry.offer().name(), Map.of()));
            }
        }
    }

    private void passTime() {
        Instant due = state.firstDeadline();
        if (due != null) {
            clock = due.isAfter(clock) ? due : clock;
            move("", new Command.PassTime());
        }
    }

    /** The active players by seat, beginning with one. */
    private List<String> players(String first) {
        var names = new ArrayList<String>();
        state.players().values().stream()
                .filter(Player::isActive)
                .sorted(Comparator.comparingInt(Player::seat))
                .forEach(player -> names.add(player.name()));
        if (names.remove(first)) {
            names.addFirst(first);
        }
        return names;
    }

    private void note(String what, Outcome outcome) {
        if (outcome instanceof Outcome.Refused(Refusal refusal)) {
            obstacle = what + " (" + refusal.reason() + ")";
        }
    }

    private Outcome move(String player, Command command) {
        if (++commands > MOST_COMMANDS) {
            throw new Unclear();
        }
        seed = Seeds.after(seed);
        var envelope = new Envelope("ahead-" + commands, player, clock, seed, command);
        Decided decided = table.decide(state, envelope);
        if (decided == null || adopts(decided)) {
            adopted = true;
            return new Outcome.Accepted();
        }
        state = decided.state();
        return decided.outcome();
    }

    /** Whether a change of the rules took effect by a command. */
    static boolean adopts(Decided decided) {
        return decided.events().stream()
                .map(Occurrence::event)
                .anyMatch(event -> event instanceof Event.VoteSettled settled && settled.adopted());
    }
}
