package nomic.bench;

import nomic.law.Act;
import nomic.law.Ballot;
import nomic.law.Choice;
import nomic.law.Claim;
import nomic.law.ClaimKind;
import nomic.law.Conflict;
import nomic.law.Holding;
import nomic.law.Kind;
import nomic.law.Player;
import nomic.law.Proposal;
import nomic.law.Rule;
import nomic.law.RuleStatus;
import nomic.law.Standing;
import nomic.law.Status;
import nomic.law.Turn;
import nomic.law.TurnStarted;
import nomic.law.VoteClosed;
import nomic.law.VoteSettled;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The facts of a table of eight players in the middle of a game, and what has just happened. */
final class TableFacts {
    private static final int PLAYERS = 8;
    private static final int RULES = 30;
    private static final int PROPOSALS = 6;
    private static final int FIRST_PROPOSAL = 301;

    private TableFacts() {}

    static List<Object> all() {
        var facts = new ArrayList<>();
        for (int seat = 1; seat <= PLAYERS; seat++) {
            facts.add(new Player("player" + seat, seat, Standing.ACTIVE));
            facts.add(new Holding("player" + seat, "points", 7L * seat));
        }
        for (int number = 1; number <= RULES; number++) {
            facts.add(
                    new Rule(
                            200 + number,
                            1,
                            number % 2 == 0,
                            "Rule",
                            RuleStatus.IN_FORCE,
                            number == 3,
                            number == 13));
        }
        for (int number = 0; number < PROPOSALS; number++) {
            addProposal(facts, FIRST_PROPOSAL + number, number == PROPOSALS - 1);
        }
        facts.add(new Turn(20, 3, "player4"));
        addEvents(facts);
        return List.copyOf(facts);
    }

    private static void addProposal(List<Object> facts, int number, boolean open) {
        facts.add(
                new Proposal(
                        number,
                        "player" + (number % PLAYERS + 1),
                        Kind.ENACT,
                        0,
                        "Proposal",
                        open ? Status.VOTING : Status.ADOPTED,
                        20,
                        1,
                        false,
                        Instant.EPOCH));
        for (int seat = 1; seat <= PLAYERS; seat++) {
            var choice = seat % 3 == 0 ? Choice.AGAINST : Choice.FOR;
            facts.add(new Ballot(number, "player" + seat, choice));
        }
    }

    private static void addEvents(List<Object> facts) {
        int last = FIRST_PROPOSAL + PROPOSALS - 1;
        facts.add(new Claim(1, ClaimKind.ADOPT, String.valueOf(last), 0, 203));
        facts.add(new Conflict(203, 206));
        facts.add(new VoteClosed(FIRST_PROPOSAL, "player2", Kind.ENACT, 0, true));
        facts.add(new VoteClosed(FIRST_PROPOSAL + 1, "player3", Kind.ENACT, 0, false));
        facts.add(new VoteSettled(FIRST_PROPOSAL, "player2", Kind.ENACT, 214, true));
        facts.add(new TurnStarted(20, 3, "player1"));
        var lot = Map.<String, Object>of("points", 3L, "price", 5L);
        facts.add(new Act("player4", "sell", lot, Instant.EPOCH));
    }
}
