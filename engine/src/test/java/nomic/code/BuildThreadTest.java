package nomic.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CountDownLatch;

final class BuildThreadTest {
    private static final Check.Refused REFUSED = new Check.Refused(List.of());

    private final BuildThread builds = new BuildThread(0);

    @Test
    void a_check_that_takes_too_long_gets_no_final_answer_and_keeps_nobody_waiting() {
        var never = new CountDownLatch(1);

        Check late =
                builds.run(
                        () -> {
                            never.await();
                            return REFUSED;
                        });

        assertThat(late)
                .isInstanceOfSatisfying(
                        Check.Refused.class, refused -> assertThat(refused.isFinal()).isFalse());
        assertThat(new BuildThread(60).run(() -> REFUSED)).isEqualTo(REFUSED);
        never.countDown();
    }
}
