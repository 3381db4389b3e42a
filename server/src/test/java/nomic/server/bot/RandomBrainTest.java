package nomic.server.bot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.stream.Stream;

final class RandomBrainTest {
    @Test
    void a_number_is_chosen_from_all_that_an_input_may_be() {
        var random = new Random(1);
        assertThat(Stream.generate(() -> RandomBrain.between(1, 3, random)).limit(100))
                .containsOnly(1L, 2L, 3L);
        assertThat(RandomBrain.between(5, 5, random)).isEqualTo(5);
    }

    @Test
    void the_largest_numbers_are_no_exception() {
        var random = new Random(1);
        long most = Long.MAX_VALUE;
        assertThat(Stream.generate(() -> RandomBrain.between(most - 1, most, random)).limit(100))
                .containsOnly(most - 1, most);
        assertThat(
                        Stream.generate(() -> RandomBrain.between(Long.MIN_VALUE, most, random))
                                .limit(9))
                .doesNotHaveDuplicates();
    }
}
