package nomic.session;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.Limits;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.game.Refusal;
import nomic.game.RuleEntry;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.script.Table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A game on a few rules given as code, rule 1 first. */
final class GameUnderTest {
    static final Interpreter INTERPRETER = Interpreter.standard();

    /** The smallest law by which rules can be changed: a change is adopted by all. */
    static final String ADOPTED_BY_ALL =
            """
            rule "adopted by all"
            when
                $p : Proposal( open, $n : number )
                exists Player( active )
                forall( $v : Player( active )  Ballot( proposal == $n, voter == $v.name, choice == Choice.FOR ) )
            then
                law.adopt($p);
            end
            """;

    /** An honest rule: whoever ends a turn gets a point. */
    static final String ENDING_PAYS =
            """
            rule "ending pays"
            when
                TurnEnded( $p : player )
            then
                law.award($p, 1);
            end
            """;

    private final Table table = new Table(INTERPRETER, 7, Instant.parse("2026-01-01T12:00:00Z"));

    static GameUnderTest of(List<String> players, String... rules) {
        return of(Limits.STANDARD, players, rules);
    }

    static GameUnderTest of(Limits limits, List<String> players, String... rules) {
        var game = new GameUnderTest();
        var founding = new ArrayList<Command.FoundingRule>();
        for (String code : rules) {
            int number = founding.size() + 1;
            founding.add(new Command.FoundingRule(number, "Rule " + number, true, "", code));
        }
        for (Decided decided :
                game.table.open(
                        new Command.CreateGame("test", "inline", founding, limits), players)) {
            assertThat(decided.outcome()).isInstanceOf(Outcome.Accepted.class);
        }
        return game;
    }

    GameState state() {
        return table.state();
    }

    RuleEntry rule(int number) {
        return Objects.requireNonNull(state().rule(number));
    }

    Table table() {
        return table;
    }

    Decided move(String player, Command command) {
        return table.move(player, command);
    }

    /** Enacts a rule by the votes of all; answers the events of the command that adopted it. */
    List<Event> enact(String code) {
        return change(Kind.ENACT, 0, code);
    }

    List<Event> change(Kind kind, int target, String code) {
        List<String> players = table.players();
        int number = state().nextProposal();
        Decided proposed =
                move(players.getFirst(), new Command.Propose(kind, target, "A change", "", code));
        assertThat(proposed.outcome()).isEqualTo(new Outcome.Accepted());
        Decided last = proposed;
        for (String player : players) {
            last = move(player, new Command.Vote(number, Choice.FOR, null));
            assertThat(last.outcome()).isEqualTo(new Outcome.Accepted());
        }
        return events(last);
    }

    /** Makes a move that a rule reacts to without any other effect. */
    List<Event> endTurn(String player) {
        return events(move(player, new Command.EndTurn()));
    }

    long points(String player) {
        return state().holding(player, "points");
    }

    static List<Event> events(Decided decided) {
        return decided.events().stream().map(Occurrence::event).toList();
    }

    static Refusal refusal(Decided decided) {
        assertThat(decided.outcome()).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) decided.outcome()).refusal();
    }

    Decided act(String player, String name, Map<String, Object> arguments) {
        return move(player, new Command.Act(name, arguments));
    }
}
