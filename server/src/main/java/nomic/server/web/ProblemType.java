package nomic.server.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of errors that clients meet, with what their pages say. Texts between backquotes are
 * code.
 */
public enum ProblemType {
    MALFORMED_REQUEST(
            400,
            "The request cannot be read",
            "The request does not follow HTTP, a form lacks a field, or the WebSocket handshake is"
                    + " not valid.",
            "Mend the request."),
    MALFORMED_JSON(
            400,
            "The body is not a JSON object",
            "The body is not a JSON object in UTF-8, or a member occurs twice in it, or it has a"
                + " control character or half of a surrogate pair. A binary frame on the socket has"
                + " this problem too.",
            "Send a JSON object in UTF-8; `detail` has line and column."),
    BAD_PARAMETER(
            400,
            "A parameter of the query is out of range",
            "A parameter of the query, or `Last-Event-ID`, is not what the description allows.",
            "Mend the parameter that `detail` names."),
    BAD_IDEMPOTENCY_KEY(
            400,
            "The command id is not usable",
            "The header `Idempotency-Key` is empty, too long, or has characters that are not"
                    + " visible ASCII.",
            "Send 1 to 100 visible ASCII characters."),
    INVALID_GRANT(
            400,
            "Password or refresh token is not good",
            "Name or password is wrong, or the refresh token or the token of a mail was used, has"
                    + " ended, or never was one.",
            "Log in again."),
    INVALID_SCOPE(
            400,
            "The scope cannot be granted",
            "There is no such scope, or the account cannot have it.",
            "Ask for scopes that there are, and that your account can have."),
    UNSUPPORTED_GRANT_TYPE(
            400,
            "The grant type is not supported",
            "The token endpoint knows two grants only.",
            "Send `grant_type=password` or `grant_type=refresh_token`."),
    NOT_AUTHENTICATED(
            401,
            "A valid access token is needed",
            "There is no token, or it has expired, was ended, or is not one of this server.",
            "Refresh the token, or log in."),
    INSUFFICIENT_SCOPE(
            403,
            "The token is not good for this",
            "The token is good, but not for this: it lacks the scope that `scope` names.",
            "Send a token with that scope."),
    ACCOUNT_SUSPENDED(
            403,
            "The account is suspended",
            "An administrator has suspended the account; `reason` says why.",
            "Ask the operator of the server."),
    WRONG_PASSWORD(
            403,
            "The password is wrong",
            "What changes an account asks for its password again, and this is another one.",
            "Send your own password in the member that `detail` names."),
    NOT_A_PLAYER(
            403,
            "Only players of the game can do this",
            "You have not joined the game, or you have left it, forfeited it or been removed from"
                    + " it.",
            "Join the game, or watch it; who has left cannot act any more."),
    NOT_THE_MASTER(
            403,
            "Only the game master can do this",
            "Somebody else is the master of the game.",
            "Ask the game master."),
    NOT_THE_AUTHOR(
            403,
            "Only the author can do this",
            "Somebody else has written the message.",
            "Report it, or ask the game master."),
    MUTED(
            403,
            "The game master does not let you write",
            "You are muted in this game; `reason` says why, and `until` how long, where it ends by"
                    + " itself.",
            "Read, and wait or ask the game master."),
    FOREIGN_RECORD(
            403,
            "The record is not of this server",
            "Who plays in a game is known by name, and the record says so of people of another"
                    + " server, or it was changed. Of the game itself only administrators can have"
                    + " it made here.",
            "Begin a new game with its rulebook, or ask the operator of the server."),
    UNKNOWN_PATH(
            404,
            "There is nothing at this path",
            "The server has no such path.",
            "Read `/openapi.json` for all paths."),
    UNKNOWN_ACCOUNT(
            404,
            "There is no such account",
            "Nobody has this name, or the account was deleted.",
            "Check the name."),
    UNKNOWN_SESSION(
            404,
            "There is no such log-in",
            "You have no log-in with this id; it may have ended.",
            "Read `GET /api/v1/me/sessions`."),
    UNKNOWN_TOKEN(
            404,
            "There is no such personal token",
            "You have no personal token with this id; it may have ended.",
            "Read `GET /api/v1/me/tokens`."),
    UNKNOWN_WEBHOOK(
            404,
            "There is no such webhook",
            "You have no webhook with this id.",
            "Read `GET /api/v1/me/webhooks`."),
    UNKNOWN_DELIVERY(
            404,
            "There is no such delivery",
            "The webhook has no delivery with this id, or no longer.",
            "Read the deliveries of the webhook."),
    UNKNOWN_GAME(
            404,
            "There is no such game",
            "No game has this id, or it is private and not for you.",
            "Read `GET /api/v1/games` for what there is; into a private game you have to be"
                    + " invited."),
    UNKNOWN_RULE(
            404,
            "There is no such rule",
            "No rule of the game has this number.",
            "Read the rules of the game."),
    UNKNOWN_PLAYER(
            404,
            "There is no such player",
            "Nobody of this name plays in the game.",
            "Read the `players` of the game."),
    UNKNOWN_PROPOSAL(
            404,
            "There is no such proposal",
            "No proposal of the game has this number.",
            "Read the proposals of the game."),
    UNKNOWN_INVITATION(
            404,
            "There is no such invitation",
            "The key is not that of the game, or another has taken its place.",
            "Ask the game master for another one."),
    UNKNOWN_TEMPLATE(
            404,
            "There is no such template",
            "No template has this name.",
            "Read `GET /api/v1/templates`."),
    UNKNOWN_CASE(
            404,
            "There is no such case",
            "No case of the game has this number.",
            "Read the cases of the game."),
    UNKNOWN_EVENT(
            404,
            "There is no such event",
            "No event of the game has this sequence number.",
            "Read the events of the game."),
    UNKNOWN_FACT(
            404,
            "Nothing is on record under this name",
            "The name is not that of a fact, or no event has brought such a fact about.",
            "Name a fact as `detail` shows."),
    UNKNOWN_ACTION(
            404,
            "No such action is offered",
            "No rule offers you an action of this name just now.",
            "Read the `offers` of the game for what is open to you."),
    UNKNOWN_MESSAGE(
            404,
            "There is no such message",
            "Nothing was said under this number in the game, or it was removed.",
            "Read the messages of the game."),
    UNKNOWN_REPORT(
            404,
            "There is no such report",
            "No report that you may see has this number.",
            "Read the reports."),
    METHOD_NOT_ALLOWED(
            405,
            "The path has no such method",
            "The path is there, but not for this method.",
            "Use one of the methods in the header `Allow`."),
    NOT_ACCEPTABLE(
            406,
            "There is no answer of this media type",
            "The header `Accept` names nothing that the server has. Nothing was done.",
            "Send `Accept: application/json`, or no `Accept`."),
    FORBIDDEN_BY_RULE(
            409,
            "A rule in force forbids the move",
            "The game could carry the move out, and a rule of the game does not permit it: `rule`,"
                    + " `revision` and `name` say which, `detail` is its reason.",
            "Obey the rule, or have it changed."),
    RULE_FAULTED(
            409,
            "A rule broke while it judged the move",
            "The code of rule `rule` failed while it decided whether the move is permitted, so the"
                    + " move was refused.",
            "Read the events of the game, then try again under another command id."),
    GAME_EXISTS(
            409,
            "The game exists",
            "The command id has led to a game already.",
            "Create the game under another command id."),
    ALREADY_JOINED(
            409,
            "The player has joined before",
            "You are a player of this game, or were one.",
            "Nothing is left to do."),
    NAME_TAKEN(
            409,
            "The name is taken",
            "Somebody has this name, or one that looks like it.",
            "Choose another name."),
    TOO_MANY_TOKENS(
            409,
            "The account has too many personal tokens",
            "An account can have 50 personal tokens.",
            "End one that you do not need."),
    TOO_MANY_WEBHOOKS(
            409,
            "The account has too many webhooks",
            "An account can have 20 webhooks.",
            "End one that you do not need."),
    NOT_STARTED(
            409,
            "The game has not been started",
            "The move is for games that are running.",
            "Wait until the master starts the game."),
    ALREADY_STARTED(409, "The game has been started", "The game is running already.", "Play on."),
    GAME_OVER(
            409,
            "The game is over",
            "The game has been won, drawn or ended.",
            "Create another game."),
    GAME_NOT_OVER(
            409,
            "The game is not over",
            "A record has the seeds of the dice, so there is one when the game is over. Before that"
                    + " only administrators get it.",
            "Wait until the game has been won, drawn or ended."),
    APPROVAL_NEEDED(
            409,
            "The game master lets players in",
            "The master of this game decides about each player, and has been asked.",
            "Wait until the master lets you in, then join again under another command id."),
    PAUSED(
            409,
            "The game is paused",
            "The master has paused the game: nobody moves.",
            "Wait until the master resumes it."),
    NOT_PAUSED(
            409, "The game is not paused", "There is nothing to resume.", "Nothing is left to do."),
    RULE_NOT_IN_FORCE(
            409,
            "The rule is not in force",
            "The order is for rules in force, and this one is suspended or repealed.",
            "Read the rule for its `status`."),
    RULE_NOT_SUSPENDED(
            409,
            "The rule is not suspended",
            "The order is for suspended rules, and this one is in force or repealed.",
            "Read the rule for its `status`."),
    NOT_IN_QUARANTINE(
            409,
            "The game is not in quarantine",
            "There is nothing to release.",
            "Nothing is left to do."),
    NO_PLAYERS(
            409,
            "The game has no players",
            "A game starts with one player at least.",
            "Join before you start, or wait for players."),
    VOTE_CLOSED(
            409,
            "The vote is closed",
            "The proposal has been adopted, defeated or withdrawn.",
            "Choose an open proposal."),
    CASE_CLOSED(
            409,
            "The case is judged or closed",
            "The case waits for no judgment.",
            "Call for judgment again, and cite the case."),
    NOT_A_DEAD_END(
            409,
            "The game can go on",
            "The server has found a move that is permitted, or a deadline that is to come.",
            "Go on as `detail` says."),
    TEXT_CHANGED(
            409,
            "The proposal has changed since",
            "The ballot is for a text that the proposal no longer has.",
            "Read the proposal again, and vote with its `hash`."),
    HIDDEN_BY_ADMINISTRATOR(
            409,
            "An administrator has hidden the message",
            "What an administrator of the server has hidden is not for game masters.",
            "Leave it."),
    QUARANTINED(
            409,
            "The game is in quarantine",
            "A command of this game has ended three processes, so the game takes none until it is"
                    + " released.",
            "Read the game, and ask its master or the operator of the server."),
    PRECONDITION_FAILED(
            412,
            "It is not what it was",
            "What the call was decided by, as `If-Match` says, has changed. Nothing was done.",
            "Read it again, and call with the new `ETag` if you still want to."),
    BODY_TOO_LARGE(
            413,
            "The body is too large",
            "A body has at most 256 KiB, a record 15 MiB, and a frame of the socket 256 KiB.",
            "Send less."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The media type of the body is not supported",
            "The header `Content-Type` names what the path does not read.",
            "Send `application/json`; to the token endpoints a form."),
    BAD_ARGUMENT(
            422,
            "An argument is missing or out of range",
            "The body can be read, and a member of it is missing or is not what the description"
                    + " allows.",
            "Mend the member that `detail` names; `hint` says what it may be."),
    BAD_RECORD(
            422,
            "The record is not in order",
            "The file is no record of a game, not all of one, or its entries do not follow from"
                    + " one another or from the rules; `detail` says where.",
            "Get the record again from the server of the game."),
    UNKNOWN_RULESET(
            422,
            "There is no such ruleset",
            "No ruleset has this name.",
            "Choose one of `GET /api/v1/rulesets`."),
    CODE_DOES_NOT_CHECK(
            422,
            "The code does not check",
            "The code, the sentences or the tests of a proposal cannot be accepted; `diagnostics`"
                    + " has each finding with its place.",
            "Mend the code as `diagnostics` says."),
    COMMAND_ID_REUSED(
            422,
            "The command id was used for another command",
            "You have sent another command to this game under this id. This one was not carried"
                    + " out.",
            "Send the command under an id of its own."),
    UPGRADE_REQUIRED(
            426,
            "This path speaks WebSocket",
            "The path is the socket, and the request does not open one.",
            "Open a WebSocket at `/ws`."),
    RATE_LIMITED(
            429,
            "There are too many requests",
            "The address or the account has asked too often.",
            "Wait for the seconds of the header `Retry-After`."),
    BUSY(
            429,
            "There is too much to do",
            "The server or the game has as much to do as it takes on at once. Nothing was done.",
            "Wait for the seconds of the header `Retry-After`, and send it again."),
    INTERNAL_ERROR(
            500,
            "The server made a mistake",
            "Something went wrong that should not have.",
            "Tell the operator of the server; the log says more."),
    UNAVAILABLE(
            503,
            "The server cannot do this at present",
            "Something that the server needs is missing just now, or it ends. It is not known"
                    + " whether a command was carried out.",
            "Send it again after a moment, under the same command id.");

    /** Where the page of each type is. */
    public static final String PATH = "/problems";

    private final int status;
    private final String title;
    private final String meaning;
    private final String nextStep;

    ProblemType(int status, String title, String meaning, String nextStep) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.nextStep = nextStep;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** When this problem is met. */
    public String meaning() {
        return meaning;
    }

    /** What who meets it does best. */
    public String nextStep() {
        return nextStep;
    }

    /** The constant in kebab-case, the same for ever. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value of the member {@code type}: the page of this type, as seen from any of ours. */
    public String reference() {
        return PATH + "/" + word();
    }

    /** The type with a word. */
    static Optional<ProblemType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    public Problem because(String detail) {
        return new Problem(this, detail);
    }
}
