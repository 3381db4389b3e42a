package nomic.server.game;

import nomic.game.GameState;
import nomic.game.ProposalEntry;
import nomic.server.web.ProblemType;
import nomic.server.web.Request;

/** Finds the proposals that requests name. */
final class Proposals {
    private Proposals() {}

    /** The number of the path parameter {@code number}; rejects what can be none. */
    static int number(Request request) {
        String text = request.path("number");
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw ProblemType.UNKNOWN_PROPOSAL
                    .because("There is no proposal " + text + "; proposals have numbers.")
                    .rejection();
        }
    }

    /** A proposal of a game; rejects an unknown one. */
    static ProposalEntry get(GameState state, int number) {
        ProposalEntry proposal = state.proposals().get(number);
        if (proposal == null) {
            throw ProblemType.UNKNOWN_PROPOSAL
                    .because("There is no proposal " + number + " in this game.")
                    .rejection();
        }
        return proposal;
    }
}
