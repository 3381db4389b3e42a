package nomic.worker;

import java.io.FileInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Shuts the process in: from then on the kernel refuses all its threads to open files, to start
 * programs, to use the network, to signal or trace others; {@code system-calls.txt} lists what is
 * left. What was opened before stays open. It needs Linux on a known processor; elsewhere the
 * process runs on as it was, and the answer says why.
 */
final class Confinement {
    private static final int SET_NO_NEW_PRIVILEGES = 38;
    private static final int SET_FILTER = 1;
    private static final int ALL_THREADS = 1;

    /** Whether the process is confined. */
    sealed interface Result {
        record Confined() implements Result {}

        /**
         * @param why a phrase for the log
         */
        record Unconfined(String why) implements Result {}
    }

    private Confinement() {}

    /** Confines this process for good. Classes and libraries that it needs are loaded before. */
    static Result enter() {
        String system = System.getProperty("os.name");
        Architecture architecture = Architecture.named(System.getProperty("os.arch"));
        if (!system.equals("Linux")) {
            return new Result.Unconfined("there is no filter of system calls for " + system);
        }
        if (architecture == null) {
            String processor = System.getProperty("os.arch");
            return new Result.Unconfined("the system calls of " + processor + " are not known");
        }
        try (Arena arena = Arena.ofConfined()) {
            openAllJars();
            return install(architecture, new NativeCalls(arena), arena);
        } catch (IllegalCallerException e) {
            return new Result.Unconfined("Java was started without --enable-native-access");
        }
    }

    /** A name that no jar has is looked for in all of them; they stay open. */
    private static void openAllJars() {
        ClassLoader.getSystemResource("nomic/worker/none");
    }

    private static Result install(Architecture architecture, NativeCalls calls, Arena arena) {
        int process = (int) ProcessHandle.current().pid();
        MemorySegment program =
                new SystemCallFilter(architecture, SystemCall.listed(architecture, process))
                        .program(arena);
        if (calls.call(architecture.prctl, SET_NO_NEW_PRIVILEGES, 1) != 0) {
            return new Result.Unconfined("privileges cannot be given up, error " + calls.errno());
        }
        long answer = calls.call(architecture.seccomp, SET_FILTER, ALL_THREADS, program.address());
        if (answer < 0) {
            return new Result.Unconfined("the kernel takes no filter, error " + calls.errno());
        }
        if (answer > 0) {
            return new Result.Unconfined("thread " + answer + " has a filter of its own");
        }
        return opensFiles()
                ? new Result.Unconfined("the kernel took the filter but does not heed it")
                : new Result.Confined();
    }

    private static boolean opensFiles() {
        try (var file = new FileInputStream("/proc/self/status")) {
            return file.read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }
}
