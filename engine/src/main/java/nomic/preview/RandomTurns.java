package nomic.preview;

import java.util.List;

/**
 * How the game goes on in random moves.
 *
 * @param seed of the moves and dice
 * @param turns how many were played; where no turns go round, votes that were settled
 * @param moves that were permitted
 * @param refusals of moves that came to mind
 * @param refusalsByChange those by the changed rules
 * @param points from the adoption to the end
 * @param winners who won
 * @param ended whether the game came to an end
 * @param stuck whether nobody could make any move
 * @param suspended rules that broke
 */
public record RandomTurns(
        long seed,
        int turns,
        int moves,
        int refusals,
        int refusalsByChange,
        List<Points> points,
        List<String> winners,
        boolean ended,
        boolean stuck,
        List<SuspendedRule> suspended) {
    public RandomTurns {
        points = List.copyOf(points);
        winners = List.copyOf(winners);
        suspended = List.copyOf(suspended);
    }
}
