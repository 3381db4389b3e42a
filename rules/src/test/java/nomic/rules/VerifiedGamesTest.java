package nomic.rules;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Decided;
import nomic.log.Appended;
import nomic.log.GameId;
import nomic.log.InMemoryGameLog;
import nomic.log.Tenure;
import nomic.log.Verifier;
import nomic.script.Played;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whatever was decided is decided again in the same way from what a log keeps of it. */
final class VerifiedGamesTest {
    private static final GameId GAME = new GameId("11111111-1111-1111-1111-111111111111");

    private final InMemoryGameLog log = new InMemoryGameLog();
    private Tenure tenure = log.takeOver(GAME, "test");

    static List<Path> scripts() {
        return Stream.of(
                        Scripts.in(Scripts.SUBER), Scripts.tests("amended"), Scripts.tests("cases"))
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void a_scripted_game_can_be_verified(Path script) {
        Scripts.play(script).steps().stream()
                .map(Played.PlayedStep::decided)
                .forEach(decided -> decided.forEach(this::append));

        assertThat(new Verifier(Scripts.INTERPRETER::decide).verify(log, GAME)).isEmpty();
        assertThat(log.games()).containsExactly(GAME);
    }

    private void append(Decided decided) {
        tenure = ((Appended.Committed) log.append(GAME, tenure, decided)).tenure();
    }
}
