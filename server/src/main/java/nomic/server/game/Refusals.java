package nomic.server.game;

import nomic.game.Refusal;
import nomic.log.Games.Submitted;
import nomic.server.web.Problem;
import nomic.server.web.ProblemType;

/** Tells why a command was refused, as a problem. */
final class Refusals {
    private Refusals() {}

    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Forbidden f ->
                    ProblemType.FORBIDDEN_BY_RULE
                            .because(f.reason())
                            .with("rule", f.rule())
                            .with("revision", f.revision())
                            .with("name", f.name());
            case Refusal.Malformed m ->
                    type(m.problem())
                            .because(m.reason())
                            .with("hint", m.hint().isEmpty() ? null : m.hint());
            case Refusal.Unchecked u ->
                    ProblemType.CODE_DOES_NOT_CHECK
                            .because(u.reason())
                            .with("diagnostics", u.diagnostics());
            case Refusal.Faulted f ->
                    ProblemType.RULE_FAULTED.because(f.reason()).with("rule", f.rule());
        };
    }

    private static ProblemType type(Refusal.Problem problem) {
        return switch (problem) {
            case UNKNOWN_GAME -> ProblemType.UNKNOWN_GAME;
            case GAME_EXISTS -> ProblemType.GAME_EXISTS;
            case NOT_A_PLAYER -> ProblemType.NOT_A_PLAYER;
            case ALREADY_JOINED -> ProblemType.ALREADY_JOINED;
            case NAME_TAKEN -> ProblemType.NAME_TAKEN;
            case NOT_STARTED -> ProblemType.NOT_STARTED;
            case ALREADY_STARTED -> ProblemType.ALREADY_STARTED;
            case GAME_OVER -> ProblemType.GAME_OVER;
            case PAUSED -> ProblemType.PAUSED;
            case NOT_PAUSED -> ProblemType.NOT_PAUSED;
            case UNKNOWN_PLAYER -> ProblemType.UNKNOWN_PLAYER;
            case RULE_NOT_IN_FORCE -> ProblemType.RULE_NOT_IN_FORCE;
            case RULE_NOT_SUSPENDED -> ProblemType.RULE_NOT_SUSPENDED;
            case NOT_THE_MASTER -> ProblemType.NOT_THE_MASTER;
            case NO_PLAYERS -> ProblemType.NO_PLAYERS;
            case UNKNOWN_RULE -> ProblemType.UNKNOWN_RULE;
            case UNKNOWN_PROPOSAL -> ProblemType.UNKNOWN_PROPOSAL;
            case VOTE_CLOSED -> ProblemType.VOTE_CLOSED;
            case TEXT_CHANGED -> ProblemType.TEXT_CHANGED;
            case UNKNOWN_CASE -> ProblemType.UNKNOWN_CASE;
            case CASE_CLOSED -> ProblemType.CASE_CLOSED;
            case NOT_A_DEAD_END -> ProblemType.NOT_A_DEAD_END;
            case UNKNOWN_ACTION -> ProblemType.UNKNOWN_ACTION;
            case BAD_ARGUMENT -> ProblemType.BAD_ARGUMENT;
        };
    }

    static Problem idReused(Submitted.IdReused reused) {
        return ProblemType.COMMAND_ID_REUSED.because(
                "Command "
                        + reused.entry().envelope().id()
                        + " was another one; send this one under a new id.");
    }

    static Problem quarantined(String why) {
        return ProblemType.QUARANTINED.because(
                why + " It can be read; its master or the operator of the server can release it.");
    }

    static Problem notInQuarantine() {
        return ProblemType.NOT_IN_QUARANTINE.because("The game takes commands.");
    }

    static Problem busy() {
        return ProblemType.BUSY
                .because("The game has many commands to decide; send this one again.")
                .withHeader("Retry-After", "1");
    }

    static Problem unknownGame(String id) {
        return ProblemType.UNKNOWN_GAME.because("There is no game " + id + ".");
    }

    /** The problem with a text that can be the id of no game. */
    static Problem noGameId(String text) {
        return ProblemType.UNKNOWN_GAME.because(
                "There is no game " + text + "; the id of a game is a UUID.");
    }

    static Problem unavailable(String reason) {
        return ProblemType.UNAVAILABLE.because(reason).withHeader("Retry-After", "2");
    }
}
