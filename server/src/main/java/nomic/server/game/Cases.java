package nomic.server.game;

import nomic.game.CaseEntry;
import nomic.game.GameState;
import nomic.server.web.ProblemType;
import nomic.server.web.Request;

/** Finds the cases that requests name. */
final class Cases {
    private Cases() {}

    /** The number of the path parameter {@code number}; rejects what can be none. */
    static int number(Request request) {
        String text = request.path("number");
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw ProblemType.UNKNOWN_CASE
                    .because("There is no case " + text + "; cases have numbers.")
                    .rejection();
        }
    }

    /** A case of a game; rejects an unknown one. */
    static CaseEntry get(GameState state, int number) {
        CaseEntry dispute = state.cases().get(number);
        if (dispute == null) {
            throw ProblemType.UNKNOWN_CASE
                    .because("There is no case " + number + " in this game.")
                    .rejection();
        }
        return dispute;
    }
}
