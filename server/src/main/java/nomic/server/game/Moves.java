package nomic.server.game;

import nomic.game.Command;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.server.web.Body;

/** Reads the moves of players, which have the same members in HTTP bodies and socket frames. */
public final class Moves {
    private static final int LONGEST_TITLE = 200;
    static final int LONGEST_TEXT = 50_000;
    private static final int LONGEST_NAME = 100;

    private Moves() {}

    public static Command.Propose propose(Body body) {
        return new Command.Propose(
                body.choice("kind", Kind.class),
                (int) body.number("target", 0, Integer.MAX_VALUE, 0),
                body.text("title", LONGEST_TITLE, ""),
                body.text("prose", LONGEST_TEXT, ""),
                body.text("code", LONGEST_TEXT, ""));
    }

    public static Command.Vote vote(int proposal, Body body) {
        return new Command.Vote(
                proposal,
                body.choice("choice", Choice.class),
                body.textOrNull("hash", LONGEST_NAME));
    }

    /** A ballot for the proposal that the member {@code proposal} names. */
    public static Command.Vote vote(Body body) {
        return vote((int) body.number("proposal", 1, Integer.MAX_VALUE, 0), body);
    }

    /**
     * An action that is offered under a name. The arguments are the members of the object {@code
     * arguments}, or where there is none those of the body itself.
     */
    static Command.Act act(String name, Body body) {
        return new Command.Act(
                name, body.hasObject("arguments") ? body.arguments("arguments") : body.arguments());
    }

    /** An action that the member {@code name} names. */
    public static Command.Act act(Body body) {
        return new Command.Act(body.text("name", LONGEST_NAME), body.arguments("arguments"));
    }
}
