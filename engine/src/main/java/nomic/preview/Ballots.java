package nomic.preview;

import nomic.game.Command;
import nomic.game.Event;
import nomic.game.Occurrence;
import nomic.game.ProposalEntry;
import nomic.game.Refusal;
import nomic.law.Choice;
import nomic.law.ClaimKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The vote on a proposal, played to its end: ballots that were cast already become votes for it,
 * all others vote for it too, and where that is not the end deadlines pass.
 */
final class Ballots {
    private static final int MOST_DEADLINES = 5;

    private final Fork fork;
    private final Budget budget;
    private final int number;
    private String refused = "";
    private int deadlines;

    Ballots(Fork fork, Budget budget, int number) {
        this.fork = fork;
        this.budget = budget;
        this.number = number;
    }

    Adoption play() {
        int before = fork.history().size();
        if (isOpen()) {
            poll();
        }
        int commands = fork.history().size() - before;
        boolean adopted = settled();
        return new Adoption(adopted, adopted ? "" : why(), commands, deadlines);
    }

    private void poll() {
        turnRound();
        do {
            voteAll();
            if (!isOpen() || budget.isSpent()) {
                break;
            }
            String mover = mover();
            if (!mover.isEmpty()) {
                fork.move(mover, new Command.EndTurn());
            }
        } while (isOpen() && !budget.isSpent() && waited());
    }

    private boolean isOpen() {
        return fork.open(number) != null && !fork.isOver();
    }

    private boolean waited() {
        if (deadlines == MOST_DEADLINES || !fork.passTime()) {
            return false;
        }
        deadlines++;
        return true;
    }

    private String mover() {
        var turn = fork.state().turn();
        return turn == null ? "" : turn.player();
    }

    /** What has been cast counts as cast for it. */
    private void turnRound() {
        ProposalEntry proposal = Objects.requireNonNull(fork.open(number));
        var turned = new ArrayList<Event>();
        proposal.ballots()
                .forEach(
                        (voter, choice) -> {
                            if (choice != Choice.FOR) {
                                turned.add(
                                        new Event.BallotCast(
                                                number, voter, Choice.FOR, proposal.hash()));
                            }
                        });
        fork.note(turned);
    }

    private void voteAll() {
        ProposalEntry proposal = Objects.requireNonNull(fork.open(number));
        for (String player : fork.players(proposal.author())) {
            ProposalEntry now = fork.open(number);
            if (now == null || fork.isOver() || budget.isSpent()) {
                return;
            }
            if (!now.ballots().containsKey(player)) {
                Refusal refusal = fork.move(player, new Command.Vote(number, Choice.FOR, null));
                if (refusal != null && refused.isEmpty()) {
                    refused = player + " cannot vote for it: " + refusal.reason();
                }
            }
        }
    }

    private boolean settled() {
        return fork.events().stream()
                .map(Occurrence::event)
                .anyMatch(
                        event ->
                                event instanceof Event.VoteSettled settled
                                        && settled.proposal() == number
                                        && settled.adopted());
    }

    private String why() {
        String claim = "";
        for (Occurrence occurrence : fork.events()) {
            switch (occurrence.event()) {
                case Event.AdoptionVoid e when e.proposal() == number -> {
                    return e.reason();
                }
                case Event.Overruled e
                        when e.claim() == ClaimKind.ADOPT
                                && e.subject().equals(Integer.toString(number)) ->
                        claim = "Rule " + e.by().rule() + " forbids its adoption: " + e.reason();
                default -> {}
            }
        }
        if (!claim.isEmpty()) {
            return claim;
        }
        if (!refused.isEmpty()) {
            return refused;
        }
        if (!isOpen()) {
            return "The vote on it ends without its adoption, although all vote for it.";
        }
        if (budget.isSpent()) {
            return "The budget of the preview was used up before the vote was over.";
        }
        List<String> voters = fork.players("");
        return voters.isEmpty()
                ? "Nobody is there to vote."
                : "No rule in force ends the vote, although all have voted for it and %d deadlines have passed."
                        .formatted(deadlines);
    }
}
