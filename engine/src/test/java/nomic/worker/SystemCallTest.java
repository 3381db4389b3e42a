package nomic.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SystemCallTest {
    private static final int PROCESS = 4711;

    @ParameterizedTest
    @EnumSource
    void each_call_is_listed_once(Architecture architecture) {
        var calls = SystemCall.listed(architecture, PROCESS);

        assertThat(calls).extracting(SystemCall::number).doesNotHaveDuplicates();
        assertThat(calls).hasSizeBetween(50, 80);
    }

    @ParameterizedTest
    @EnumSource
    void some_calls_have_a_condition(Architecture architecture) {
        assertThat(SystemCall.listed(architecture, PROCESS))
                .extracting(SystemCall::condition)
                .contains(
                        null,
                        new SystemCall.Condition(0, 0x7e030100, 0x10100),
                        new SystemCall.Condition(0, -1, PROCESS),
                        new SystemCall.Condition(1, -1, 0x541b));
    }
}
