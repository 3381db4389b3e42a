package nomic.server.game;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Command;
import nomic.game.GameState;
import nomic.game.Logged;
import nomic.game.Recent;
import nomic.law.Kind;
import nomic.log.GameId;
import nomic.log.Games.Snapshot;
import nomic.log.Places;
import nomic.preview.ForkingPreviewer;
import nomic.preview.Preview;
import nomic.preview.Previewer;
import nomic.preview.Question;
import nomic.preview.Subject;
import nomic.script.Table;
import nomic.server.work.Workers;
import nomic.session.Interpreter;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The same question is worked out once. */
final class PreviewsTest {
    private static final GameId GAME = new GameId("00000000-0000-4000-8000-000000000001");

    /** Works out what it is asked, and counts. */
    private record Counting(Previewer inner, AtomicInteger asked) implements Previewer {
        @Override
        public Preview preview(Question question) {
            asked.incrementAndGet();
            return inner.preview(question);
        }
    }

    private static Snapshot snapshot(Table table) {
        Recent recent = Recent.NONE;
        for (var each : table.history()) {
            recent = recent.then(new Logged(each.envelope(), each.outcome(), each.events()));
        }
        GameState state = table.state();
        long head = table.history().stream().mapToLong(each -> each.events().size()).sum();
        return new Snapshot(
                state,
                head,
                Collections.emptySortedMap(),
                new Places(Collections.emptySortedMap(), Collections.emptySortedMap()),
                recent,
                null);
    }

    private static Subject draft(String title) {
        return new Subject.Draft("ann", new Command.Propose(Kind.ENACT, 0, title, "", ""));
    }

    @Test
    void a_question_is_worked_out_once_until_something_is_decided() {
        try (var interpreter = Interpreter.standard();
                var workers = new Workers("preview", 1, 16)) {
            var table = new Table(interpreter, 1, Instant.EPOCH);
            table.open(new Command.CreateGame("A game", "own", List.of()), List.of("ann"));
            var counting = new Counting(new ForkingPreviewer(interpreter), new AtomicInteger());
            var previews = new Previews(counting, workers);

            Preview first = previews.of(GAME, snapshot(table), "ann", draft("Tea"), 1);
            assertThat(previews.of(GAME, snapshot(table), "ann", draft("Tea"), 1)).isSameAs(first);
            assertThat(counting.asked()).hasValue(1);

            previews.of(GAME, snapshot(table), "ann", draft("Beer"), 1);
            previews.of(GAME, snapshot(table), "ann", draft("Tea"), 2);
            assertThat(counting.asked()).hasValue(3);

            table.move("ann", new Command.EndTurn());
            previews.of(GAME, snapshot(table), "ann", draft("Tea"), 1);
            assertThat(counting.asked()).hasValue(4);
        }
    }
}
