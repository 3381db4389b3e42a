package nomic.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

final class LocalFeedTest {
    private static final GameId GAME = new GameId("11111111-1111-1111-1111-111111111111");
    private static final GameId OTHER = new GameId("22222222-2222-2222-2222-222222222222");

    private final LocalFeed feed = new LocalFeed();

    @Test
    void a_listener_hears_of_its_game_until_it_closes() {
        List<Long> heard = new ArrayList<>();
        Feed.Subscription subscription = feed.listen(GAME, heard::add);
        feed.announce(GAME, 1);
        feed.announce(OTHER, 2);
        subscription.close();
        feed.announce(GAME, 3);

        assertThat(heard).containsExactly(1L);
    }

    @Test
    void a_listener_that_throws_does_not_keep_the_hint_from_others() {
        List<Long> heard = new ArrayList<>();
        feed.listen(
                GAME,
                _ -> {
                    throw new IllegalStateException("A bug of the listener.");
                });
        feed.listen(GAME, heard::add);
        feed.announce(GAME, 1);

        assertThat(heard).containsExactly(1L);
    }

    @Test
    void one_of_two_equal_subscriptions_may_end_alone() {
        List<Long> heard = new ArrayList<>();
        LongConsumer listener = heard::add;
        Feed.Subscription one = feed.listen(GAME, listener);
        feed.listen(GAME, listener);
        one.close();
        feed.announce(GAME, 1);

        assertThat(heard).containsExactly(1L);
    }
}
