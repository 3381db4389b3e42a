package nomic.server.game;

import nomic.game.Attachments;
import nomic.game.Command;
import nomic.game.RemedyEntry;
import nomic.law.Answer;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.law.RemedyKind;
import nomic.server.token.Scope;
import nomic.server.web.Body;

import org.jspecify.annotations.Nullable;

/** Reads the moves of players, which have the same members in HTTP bodies and socket frames. */
public final class Moves {
    /** The types of moves, for people. */
    public static final String TYPES =
            "join, leave, start, propose, revise, withdraw, vote, act, end-turn, forfeit,"
                    + " call-for-judgment, judge and claim-dead-end";

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_TEXT = 50_000;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_STATEMENT = 500;
    private static final long MOST_POINTS = 1_000_000_000;

    private Moves() {}

    /** What a token must be good for to make a move. */
    public static Scope scope(Command move) {
        return move instanceof Command.Start || move instanceof Command.Order
                ? Scope.GAME_MASTER
                : Scope.GAME_PLAY;
    }

    /** A move by its type, one of {@link #TYPES}; null where there is none of that type. */
    public static @Nullable Command read(String type, Body body) {
        return switch (type) {
            case "join" -> new Command.Join();
            case "leave" -> new Command.Leave();
            case "start" -> new Command.Start();
            case "end-turn" -> new Command.EndTurn();
            case "forfeit" -> new Command.Forfeit();
            case "propose" -> propose(body);
            case "revise" -> revise(body);
            case "withdraw" -> withdraw(body);
            case "vote" -> vote(body);
            case "act" -> act(body);
            case "call-for-judgment" -> callForJudgment(body);
            case "judge" -> judge(body);
            case "claim-dead-end" -> new Command.ClaimDeadEnd();
            default -> null;
        };
    }

    public static Command.Propose propose(Body body) {
        return new Command.Propose(
                body.choice("kind", Kind.class),
                (int) body.number("target", 0, Integer.MAX_VALUE, 0),
                body.text("title", LONGEST_TITLE, ""),
                body.text("prose", LONGEST_TEXT, ""),
                body.text("code", LONGEST_TEXT, ""),
                attachments(body));
    }

    private static Attachments attachments(Body body) {
        return new Attachments(
                body.text("sentences", LONGEST_TEXT, ""),
                body.text("dsl", LONGEST_TEXT, ""),
                body.text("tests", LONGEST_TEXT, ""));
    }

    public static Command.Revise revise(int proposal, Body body) {
        return new Command.Revise(
                proposal,
                body.text("title", LONGEST_TITLE, ""),
                body.text("prose", LONGEST_TEXT, ""),
                body.text("code", LONGEST_TEXT, ""),
                attachments(body));
    }

    /** Another text for the proposal that the member {@code proposal} names. */
    public static Command.Revise revise(Body body) {
        return revise(proposal(body), body);
    }

    /** Takes back the proposal that the member {@code proposal} names. */
    public static Command.Withdraw withdraw(Body body) {
        return new Command.Withdraw(proposal(body));
    }

    private static int proposal(Body body) {
        return (int) body.number("proposal", 1, Integer.MAX_VALUE, 0);
    }

    public static Command.Vote vote(int proposal, Body body) {
        return new Command.Vote(
                proposal,
                body.choice("choice", Choice.class),
                body.textOrNull("hash", LONGEST_NAME));
    }

    /** A ballot for the proposal that the member {@code proposal} names. */
    public static Command.Vote vote(Body body) {
        return vote(proposal(body), body);
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

    public static Command.CallForJudgment callForJudgment(Body body) {
        return new Command.CallForJudgment(
                body.text("statement", LONGEST_STATEMENT),
                (int) body.number("rule", 0, Integer.MAX_VALUE, 0));
    }

    public static Command.Judge judge(int caseNumber, Body body) {
        return new Command.Judge(
                caseNumber,
                body.choice("answer", Answer.class),
                body.text("reasons", LONGEST_TEXT),
                body.numbers("cites", 1, Integer.MAX_VALUE),
                body.objects("remedies").stream().map(Moves::remedy).toList());
    }

    /** A judgment of the case that the member {@code caseNumber} names. */
    public static Command.Judge judge(Body body) {
        return judge((int) body.number("caseNumber", 1, Integer.MAX_VALUE, 0), body);
    }

    /** The subject of a remedy is a name or, for proposals and rules, a number. */
    private static RemedyEntry remedy(Body body) {
        return new RemedyEntry(
                body.choice("kind", RemedyKind.class),
                body.textOrNumber("subject", LONGEST_NAME),
                body.number("amount", -MOST_POINTS, MOST_POINTS, 0));
    }
}
