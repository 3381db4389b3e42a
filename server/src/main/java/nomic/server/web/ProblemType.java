package nomic.server.web;

import java.util.Locale;

/** The kinds of errors that clients meet. The reference is the constant in kebab-case. */
public enum ProblemType {
    MALFORMED_REQUEST(400, "The request cannot be read"),
    MALFORMED_JSON(400, "The body is not a JSON object"),
    BAD_PARAMETER(400, "A parameter of the query is out of range"),
    BAD_IDEMPOTENCY_KEY(400, "The command id is not usable"),
    INVALID_GRANT(400, "Password or refresh token is not good"),
    INVALID_SCOPE(400, "The scope cannot be granted"),
    UNSUPPORTED_GRANT_TYPE(400, "The grant type is not supported"),
    NOT_AUTHENTICATED(401, "A valid access token is needed"),
    INSUFFICIENT_SCOPE(403, "The token is not good for this"),
    ACCOUNT_SUSPENDED(403, "The account is suspended"),
    WRONG_PASSWORD(403, "The password is wrong"),
    NOT_A_PLAYER(403, "Only players of the game can do this"),
    NOT_THE_MASTER(403, "Only the game master can do this"),
    UNKNOWN_PATH(404, "There is nothing at this path"),
    UNKNOWN_ACCOUNT(404, "There is no such account"),
    UNKNOWN_SESSION(404, "There is no such log-in"),
    UNKNOWN_TOKEN(404, "There is no such personal token"),
    UNKNOWN_GAME(404, "There is no such game"),
    UNKNOWN_RULE(404, "There is no such rule"),
    UNKNOWN_PLAYER(404, "There is no such player"),
    UNKNOWN_PROPOSAL(404, "There is no such proposal"),
    UNKNOWN_INVITATION(404, "There is no such invitation"),
    UNKNOWN_TEMPLATE(404, "There is no such template"),
    UNKNOWN_CASE(404, "There is no such case"),
    UNKNOWN_EVENT(404, "There is no such event"),
    UNKNOWN_FACT(404, "Nothing is on record under this name"),
    UNKNOWN_ACTION(404, "No such action is offered"),
    METHOD_NOT_ALLOWED(405, "The path has no such method"),
    NOT_ACCEPTABLE(406, "There is no answer of this media type"),
    FORBIDDEN_BY_RULE(409, "A rule in force forbids the move"),
    RULE_FAULTED(409, "A rule broke while it judged the move"),
    GAME_EXISTS(409, "The game exists"),
    ALREADY_JOINED(409, "The player has joined before"),
    NAME_TAKEN(409, "The name is taken"),
    TOO_MANY_TOKENS(409, "The account has too many personal tokens"),
    NOT_STARTED(409, "The game has not been started"),
    ALREADY_STARTED(409, "The game has been started"),
    GAME_OVER(409, "The game is over"),
    APPROVAL_NEEDED(409, "The game master lets players in"),
    PAUSED(409, "The game is paused"),
    NOT_PAUSED(409, "The game is not paused"),
    RULE_NOT_IN_FORCE(409, "The rule is not in force"),
    RULE_NOT_SUSPENDED(409, "The rule is not suspended"),
    NOT_IN_QUARANTINE(409, "The game is not in quarantine"),
    NO_PLAYERS(409, "The game has no players"),
    VOTE_CLOSED(409, "The vote is closed"),
    CASE_CLOSED(409, "The case is judged or closed"),
    NOT_A_DEAD_END(409, "The game can go on"),
    TEXT_CHANGED(409, "The proposal has changed since"),
    QUARANTINED(409, "The game is in quarantine"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type of the body is not supported"),
    BAD_ARGUMENT(422, "An argument is missing or out of range"),
    UNKNOWN_RULESET(422, "There is no such ruleset"),
    CODE_DOES_NOT_CHECK(422, "The code does not check"),
    COMMAND_ID_REUSED(422, "The command id was used for another command"),
    UPGRADE_REQUIRED(426, "This path speaks WebSocket"),
    RATE_LIMITED(429, "There are too many requests"),
    BUSY(429, "There is too much to do"),
    INTERNAL_ERROR(500, "The server made a mistake"),
    UNAVAILABLE(503, "The server cannot do this at present");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The value of the member {@code type}, the same for ever. */
    public String reference() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Problem because(String detail) {
        return new Problem(this, detail);
    }
}
