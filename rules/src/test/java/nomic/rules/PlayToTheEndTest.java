package nomic.rules;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Decided;
import nomic.ruleset.Ruleset;
import nomic.session.Interpreter;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Games of every ruleset come to an end that a rule declares, however random the players are, and
 * are decided the same again by an interpreter that knows nothing of the first. The system property
 * {@code games} says how many.
 */
final class PlayToTheEndTest {
    private static final int GAMES = Integer.getInteger("games", 50);
    private static final int THREADS = 2;

    private static final Interpreter OTHER = new Interpreter(Scripts.CHECKER, THREADS);

    static List<String> rulesets() {
        return Scripts.RULESETS.all().stream()
                .map(Ruleset::name)
                .filter(name -> !name.equals("empty"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rulesets")
    void games_of_random_players_end_and_are_decided_the_same_again(String name)
            throws InterruptedException, ExecutionException {
        Ruleset ruleset = Scripts.RULESETS.get(name);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            var games = new ArrayList<Future<List<Decided>>>();
            for (int seed = 1; seed <= GAMES; seed++) {
                long game = seed;
                games.add(threads.submit(() -> played(ruleset, game)));
            }
            for (Future<List<Decided>> game : games) {
                assertThat(game.get()).isNotEmpty();
            }
        }
    }

    private static List<Decided> played(Ruleset ruleset, long seed) {
        RandomGame game = new RandomGame(ruleset, seed, Scripts.INTERPRETER);
        List<Decided> moves = game.play();
        game.replay(OTHER);
        return moves;
    }
}
