package nomic.law;

import java.time.Instant;

/**
 * What a player tries to do. A move is in working memory while its legality is judged and, if it is
 * permitted, in the first round.
 */
public sealed interface Move
        permits Join,
                Leave,
                Start,
                Propose,
                Revise,
                Withdraw,
                Vote,
                Act,
                EndTurn,
                Forfeit,
                CallForJudgment,
                Judge,
                ClaimDeadEnd,
                TimePassed {
    /** The name of the player who moves; empty for the passing of time. */
    String player();

    /** When the move was made. */
    Instant at();
}
