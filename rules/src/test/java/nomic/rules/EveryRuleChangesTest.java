package nomic.rules;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Event;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.game.RuleEntry;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.law.RuleStatus;
import nomic.script.Table;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** None of Suber's rules is out of reach: by proposals that are adopted each can be changed. */
final class EveryRuleChangesTest {
    /** Without one of them nothing could be adopted any more, and rule 114 forbids that. */
    private static final Set<Integer> NEEDED = Set.of(104, 203);

    private final Table table =
            new Table(Scripts.INTERPRETER, 7, Instant.parse("2026-01-01T12:00:00Z"));

    static List<Integer> rules() {
        return ConformanceGame.rules().stream().map(Command.FoundingRule::number).toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_is_transmuted_amended_and_repealed_by_play(int id) {
        table.open(Scripts.RULESETS.get("suber").game("A game"), List.of("ann"));
        String code = rule(id).text().code();
        boolean mutable = rule(id).mutable();

        adopted(change(Kind.TRANSMUTE, id, ""));
        assertThat(rule(id).mutable()).isEqualTo(!mutable);
        if (mutable) {
            adopted(change(Kind.TRANSMUTE, id, ""));
        }

        adopted(change(Kind.AMEND, id, code + "\n// in other words\n"));
        assertThat(rule(id).mutable()).isTrue();
        assertThat(rule(id).inForce()).isTrue();
        assertThat(rule(id).revision()).isEqualTo(2);
        assertThat(rule(id).text().prose()).isEqualTo("Other words.");

        List<Event> repeal = change(Kind.REPEAL, id, "");
        if (NEEDED.contains(id)) {
            assertThat(repeal)
                    .filteredOn(Event.Overruled.class::isInstance)
                    .singleElement()
                    .satisfies(no -> assertThat(((Event.Overruled) no).by().rule()).isEqualTo(114));
            assertThat(rule(id).inForce()).isTrue();
        } else {
            adopted(repeal);
            assertThat(rule(id).status()).isEqualTo(RuleStatus.REPEALED);
        }
        adopted(change(Kind.ENACT, 0, ""));
    }

    private RuleEntry rule(int id) {
        return Objects.requireNonNull(table.state().rulebook().get(id));
    }

    /** What comes of a change for which all vote. */
    private List<Event> change(Kind kind, int id, String code) {
        int target = id == 0 ? 0 : rule(id).number();
        boolean words = kind == Kind.AMEND || kind == Kind.ENACT;
        Decided proposed =
                table.move(
                        "ann",
                        new Command.Propose(
                                kind, target, "A change", words ? "Other words." : "", code));
        assertThat(proposed.outcome()).isEqualTo(new Outcome.Accepted());
        int number = table.state().nextProposal() - 1;
        return table.move("ann", new Command.Vote(number, Choice.FOR, null)).events().stream()
                .map(Occurrence::event)
                .toList();
    }

    private static void adopted(List<Event> events) {
        assertThat(events)
                .filteredOn(Event.VoteSettled.class::isInstance)
                .singleElement()
                .satisfies(vote -> assertThat(((Event.VoteSettled) vote).adopted()).isTrue());
    }
}
