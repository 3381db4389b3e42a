package nomic.worker;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/** The function {@code syscall} of the C library. */
final class NativeCalls {
    private static final VarHandle ERRNO =
            Linker.Option.captureStateLayout()
                    .varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private final MethodHandle function;
    private final MemorySegment state;

    /**
     * @throws IllegalCallerException where this module has no native access
     */
    @SuppressWarnings("restricted")
    NativeCalls(Arena arena) {
        Linker linker = Linker.nativeLinker();
        var signature =
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG);
        function =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("syscall"),
                        signature,
                        Linker.Option.firstVariadicArg(1),
                        Linker.Option.captureCallState("errno"));
        state = arena.allocate(Linker.Option.captureStateLayout());
    }

    /** Makes a system call with up to five arguments; answers -1 where it failed. */
    long call(int number, long... arguments) {
        long[] all = Arrays.copyOf(arguments, 5);
        try {
            return (long)
                    function.invokeExact(
                            state, (long) number, all[0], all[1], all[2], all[3], all[4]);
        } catch (Throwable e) {
            throw new IllegalStateException("Cannot call the C library", e);
        }
    }

    /** Why the last call failed, as in errno.h. */
    int errno() {
        return (int) ERRNO.get(state, 0L);
    }
}
