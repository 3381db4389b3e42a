package nomic.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

/** A call that is not allowed is found wherever it is moved to. */
class MovedCallsTest {
    private static final Checker CHECKER = new Checker();

    private static final List<String> FORBIDDEN =
            List.of(
                    "System.setProperty(\"pwn\", \"1\")",
                    "System.getenv(\"PATH\")",
                    "System.nanoTime()",
                    "System.identityHashCode(\"x\")",
                    "Integer.getInteger(\"x\")",
                    "Boolean.getBoolean(\"x\")",
                    "Thread.currentThread()",
                    "Runtime.getRuntime()",
                    "ProcessHandle.current()",
                    "Math.random()",
                    "\"x\".intern()",
                    "\"x\".getClass()",
                    "new java.io.File(\"x\")",
                    "new java.util.Random()",
                    "new java.util.Timer()",
                    "java.nio.file.Path.of(\"x\")",
                    "java.time.Instant.now()",
                    "java.util.UUID.randomUUID()",
                    "java.util.Locale.getDefault()",
                    "java.util.List.of(1).parallelStream()",
                    "java.util.concurrent.ForkJoinPool.commonPool()",
                    "nomic.code.TextGuards.repeat(\"x\", 1)",
                    "org.kie.api.KieServices.get()");

    /** One unit for each place; every call stands in a line of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule \"r#\" when then Object v = CALL; end",
                "rule \"r#\" when then String v = \"\" + CALL; end",
                "rule \"r#\" when then Object v = \"a\".isEmpty() ? \"b\" : CALL; end",
                "rule \"r#\" when then String v = String.valueOf((Object) CALL); end",
                "rule \"r#\" when then Runnable v = () -> { Object w = CALL; }; end",
                "rule \"r#\" when then java.util.function.Supplier<Object> v = () -> CALL; end",
                "rule \"r#\" when then Object v = new Object() { Object w = CALL; }; end",
                "rule \"r#\" when then class C { Object w() { return CALL; } } end",
                "rule \"r#\" when then class C { C(Object o) { } } Object v = new C(CALL); end",
                "rule \"r#\" when then try { int n = 1; } finally { Object v = CALL; } end",
                "rule \"r#\" when eval( (\"\" + CALL) != null ) then end",
                "rule \"r#\" when Player( name == \"\" + CALL ) then end",
                "rule \"r#\" when Object() from CALL then end",
                "function Object f#() { return CALL; }"
            })
    void a_call_is_refused_in_every_place(String place) {
        var code = new StringBuilder();
        int number = 0;
        for (String call : FORBIDDEN) {
            code.append(place.replace("#", "x" + number++).replace("CALL", call)).append('\n');
        }

        var check = CHECKER.check(7, code.toString());

        assertThat(check).isInstanceOf(Check.Refused.class);
        assertThat(check.diagnostics())
                .filteredOn(Diagnostic::isError)
                .extracting(Diagnostic::line)
                .containsAll(IntStream.rangeClosed(1, number).boxed().toList());
        assertThat(System.getProperty("pwn")).isNull();
    }
}
