package nomic.code;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.law.Player;
import nomic.law.Standing;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the argument of a constructor branches, the object stands unfinished on the stack. */
class ObjectsInMakingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert(new Board(List.of(), $s == 1));",
                "insert(new Board(new ArrayList<>(List.of($s == 1 ? 2 : 3)), true));",
                "insert(new Board(new ArrayList<>(), new ArrayList<>(List.of($s)).contains($s == 1"
                        + " ? 1 : 2)));",
                "for (int i = 0; i < 9; i++) { insert(new Board(List.of(i), i > 3 && $s == 1)); }",
                "int i = 0; do { insert(new Board(List.of(i), i > 3 && $s == 1)); } while (i++ <"
                        + " 9);",
                "try { throw new IllegalStateException($s == 1 ? \"a\" : \"b\"); } catch"
                        + " (IllegalStateException e) { insert(new Board(List.of(), $s == 1)); }",
                "java.util.function.Supplier<Board> f = () -> new Board(List.of(), $s == 1);"
                        + " insert(f.get());"
            })
    void a_condition_may_stand_in_the_argument_of_a_constructor(String statements) {
        var code =
                """
                import java.util.*;
                declare Board cells : List open : boolean end
                rule "x" when Player( $s : seat ) then
                """
                        + statements
                        + "\nend";

        var outcome =
                TestRun.of(new Checker().check(6, code), new Player("ann", 1, Standing.ACTIVE));

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.facts()).hasSizeGreaterThan(1);
    }
}
