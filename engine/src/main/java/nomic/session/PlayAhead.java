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
 * Plays a game on, all players working together, until a change of the rules is proposed and
 * adopted. Proposals that are open already say nothing of that and are cleared away where they bar
 * a new one; where voting leads nowhere, deadlines pass, and actions are taken that need no input.
 */
final class PlayAhead {
    /** What is proposed, one after the other: a rule may have had its fill of one kind. */
    private static final List<Kind> KINDS =
            List.of(Kind.ENACT, Kind.REPEAL, Kind.TRANSMUTE, Kind.ENACT);

    private final TrialDecider fork;
    private final int firstNumber;
    private GameState state;
    private Instant clock;
    private String seed;
    private int commands;
    private boolean adopted;
    private String obstacle = "nobody is there to propose a change";

    PlayAhead(Decided from, TrialDecider fork) {
        this.fork = fork;
        this.state = from.state();
        this.firstNumber = state.nextProposal();
        this.clock = from.envelope().at();
        this.seed = from.envelope().seed();
    }

    /**
     * What stands against any further change, as a part of a sentence; empty where nothing does.
     */
    String obstacle() {
        for (Kind kind : KINDS) {
            vote();
            if (!settled() && !propose(kind)) {
                clearAway();
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

    /** Answers whether somebody could. */
    private boolean propose(Kind kind) {
        Command change = change(kind);
        boolean waiting = !open(true).isEmpty();
        List<String> players = players(mover());
        for (String player : players) {
            Outcome outcome = move(player, change);
            if (outcome instanceof Outcome.Accepted) {
                return true;
            }
            if (!waiting && player.equals(players.getFirst())) {
                note(player + " could not propose a change", outcome);
            }
        }
        return false;
    }

    /** The open proposals that were made ahead, or those that were there before. */
    private List<ProposalEntry> open(boolean ahead) {
        return state.proposals().values().stream()
                .filter(ProposalEntry::open)
                .filter(proposal -> proposal.number() >= firstNumber == ahead)
                .toList();
    }

    private void clearAway() {
        for (ProposalEntry old : open(false)) {
            if (!settled() && find(old.number()) != null) {
                move(old.author(), new Command.Withdraw(old.number()));
                voteAll(old, Choice.AGAINST);
                voteAll(old, Choice.FOR);
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
        for (ProposalEntry proposal : open(true)) {
            obstacle = "a change for which all vote would not be adopted";
            voteAll(proposal, Choice.FOR);
        }
    }

    /** All vote who have not, its author first. */
    private void voteAll(ProposalEntry proposal, Choice choice) {
        int number = proposal.number();
        for (String player : players(proposal.author())) {
            ProposalEntry now = find(number);
            if (settled() || now == null) {
                return;
            }
            if (!now.ballots().containsKey(player)) {
                Outcome outcome = move(player, new Command.Vote(number, choice, null));
                if (number >= firstNumber) {
                    note(player + " could not vote for a change", outcome);
                }
            }
        }
    }

    /** A proposal while it is open. */
    private @Nullable ProposalEntry find(int number) {
        ProposalEntry proposal = state.proposals().get(number);
        return proposal != null && proposal.open() ? proposal : null;
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
        seed = Seeds.after(seed);
        var envelope = new Envelope("ahead-" + ++commands, player, clock, seed, command);
        Decided decided = fork.decideUnchanged(state, envelope);
        if (decided == null && open(false).isEmpty()) {
            adopted = true;
            return new Outcome.Accepted();
        }
        if (decided == null) {
            decided = fork.decide(state, envelope, List.of());
        }
        state = decided.state();
        adopted = adopted || adopts(decided, firstNumber);
        return decided.outcome();
    }

    /** Whether a proposal took effect by a command, of those from a number on. */
    static boolean adopts(Decided decided, int firstNumber) {
        return decided.events().stream()
                .map(Occurrence::event)
                .anyMatch(
                        event ->
                                event instanceof Event.VoteSettled settled
                                        && settled.adopted()
                                        && settled.proposal() >= firstNumber);
    }
}
