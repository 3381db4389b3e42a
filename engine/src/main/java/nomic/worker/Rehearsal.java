package nomic.worker;

import nomic.game.Command;
import nomic.game.Envelope;
import nomic.game.GameState;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a worker is asked before it meets the code of players: it loads the classes and libraries
 * that it needs while it may still open files, and is fast with the first player already.
 */
final class Rehearsal {
    private static final String CODE =
            """
            declare Rehearsal
                done : int
            end
            rule "rehearses"
            when
                $r : Rule( $n : number )
                accumulate( Player( active ); $players : count() )
            then
                for (int i = 0; i < $n; i++) {
                    insert(new Rehearsal(i));
                }
                law.announce("{} rehearses {}", "x".repeat($n), law.roll(6));
            end
            """;

    private static final String BREAKS =
            "rule \"breaks\" when Rule() then char none = \"\".charAt(1); end";

    /** For those who check. */
    static final ToWorker.Compile OF_CHECKING = new ToWorker.Compile(0, CODE);

    private Rehearsal() {}

    /** For those who decide: the founding of a game with the code above, and some more commands. */
    static List<ToWorker.Decide> ofDeciding(List<Envelope> more) {
        var rules =
                List.of(
                        new Command.FoundingRule(3, "Rehearsal", true, "", CODE),
                        new Command.FoundingRule(4, "Break", true, "", BREAKS));
        var founding = new Command.CreateGame("A rehearsal", "none", rules);
        var first = new Envelope("rehearsal", "nobody", Instant.EPOCH, "0".repeat(64), founding);
        return Stream.concat(Stream.of(first), more.stream()).map(Rehearsal::onNoGame).toList();
    }

    private static ToWorker.Decide onNoGame(Envelope envelope) {
        return new ToWorker.Decide(GameState.NONE.hash(), GameState.NONE, envelope);
    }
}
