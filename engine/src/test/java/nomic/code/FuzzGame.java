package nomic.code;

import nomic.game.Command;
import nomic.game.Limit;
import nomic.game.Limits;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.script.Table;
import nomic.session.Interpreter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A short game in which a unit of rule code is adopted and then met by moves of every kind. */
final class FuzzGame {
    /** The id that the unit gets in the game. */
    static final int RULE = 2;

    private static final Limits LIMITS =
            Limits.STANDARD
                    .with(Limit.FUEL, 1_000_000)
                    .with(Limit.FIRINGS, 500)
                    .with(Limit.FACTS, 200)
                    .with(Limit.ROUNDS, 20);

    private static final String ADOPTED_BY_ALL =
            """
            rule "adopted by all"
            when
                $p : Proposal( open, $n : number )
                exists Player( active )
                forall( $v : Player( active )
                        Ballot( proposal == $n, voter == $v.name, choice == Choice.FOR ) )
            then
                law.adopt($p);
            end
            """;

    private final Table table;
    private final String unit;

    private FuzzGame(Interpreter interpreter, String unit) {
        this.table = new Table(interpreter, 7, Instant.parse("2026-01-01T12:00:00Z"));
        this.unit = unit;
    }

    /** All commands with their events and hashes. */
    static Table played(Interpreter interpreter, String unit, boolean founding) {
        var game = new FuzzGame(interpreter, unit);
        game.open(founding);
        game.play();
        return game.table;
    }

    private void open(boolean founding) {
        var adoption = new Command.FoundingRule(1, "Adoption", true, "", ADOPTED_BY_ALL);
        var rule = new Command.FoundingRule(RULE, "The unit", true, "", unit);
        var rules = founding ? List.of(adoption, rule) : List.of(adoption);
        table.open(new Command.CreateGame("fuzz", "inline", rules, LIMITS), List.of("ann", "bob"));
        if (!founding) {
            var change = new Command.Propose(Kind.ENACT, 0, "The unit", "", unit);
            int number = table.state().nextProposal();
            table.move("ann", change);
            table.move("ann", new Command.Vote(number, Choice.FOR, null));
            table.move("bob", new Command.Vote(number, Choice.FOR, null));
        }
    }

    private void play() {
        table.move("bob", new Command.Join());
        table.move("ann", new Command.EndTurn());
        table.move("bob", new Command.Act("pay", Map.of("n", 1)));
        int number = table.state().nextProposal();
        table.move("bob", new Command.Propose(Kind.ENACT, 0, "A custom", "We greet.", ""));
        table.move("ann", new Command.Vote(number, Choice.AGAINST, null));
        table.pass(Duration.ofDays(3));
        table.move("bob", new Command.Leave());
        table.move("ann", new Command.EndTurn());
    }
}
