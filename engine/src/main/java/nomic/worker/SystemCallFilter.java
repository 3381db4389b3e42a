package nomic.worker;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of the kernel's packet filter (linux/filter.h) that looks at each system call of the
 * process and says whether it is made or what it fails with.
 */
final class SystemCallFilter {
    private static final int LOAD = 0x20;
    private static final int AND = 0x54;
    private static final int IF_EQUAL = 0x15;
    private static final int IF_AT_LEAST = 0x35;
    private static final int RETURN = 0x06;

    private static final int ALLOW = 0x7fff0000;
    private static final int FAIL = 0x00050000;
    private static final int EPERM = 1;
    private static final int ENOSYS = 38;

    /** Offsets in struct seccomp_data; of an argument, the lower half comes first. */
    private static final int NUMBER = 0;

    private static final int ARCHITECTURE = 4;
    private static final int ARGUMENTS = 16;

    /**
     * From this number on calls have one number on all architectures and are younger than what C
     * libraries need. These try others when they hear that a call does not exist: without {@code
     * clone3} threads are started by {@code clone}, whose flags can be seen.
     */
    private static final int YOUNG = 424;

    /** One step: where it goes on depends on a comparison; the jumps count steps to skip. */
    private record Step(int code, int whenTrue, int whenFalse, int operand) {
        static final long BYTES = 8;
    }

    private final List<Step> steps = new ArrayList<>();

    /** A filter that allows these calls of this architecture and no others. */
    SystemCallFilter(Architecture architecture, List<SystemCall> allowed) {
        add(LOAD, ARCHITECTURE);
        skip(IF_EQUAL, architecture.audited, 1, 0);
        add(RETURN, FAIL | EPERM);
        add(LOAD, NUMBER);
        allowed.forEach(this::allow);
        skip(IF_AT_LEAST, YOUNG, 0, 1);
        add(RETURN, FAIL | ENOSYS);
        add(RETURN, FAIL | EPERM);
    }

    private void allow(SystemCall call) {
        SystemCall.Condition condition = call.condition();
        if (condition == null) {
            skip(IF_EQUAL, call.number(), 0, 1);
            add(RETURN, ALLOW);
            return;
        }
        skip(IF_EQUAL, call.number(), 0, 5);
        add(LOAD, ARGUMENTS + 8 * condition.argument());
        add(AND, condition.mask());
        skip(IF_EQUAL, condition.value(), 0, 1);
        add(RETURN, ALLOW);
        add(RETURN, FAIL | EPERM);
    }

    private void add(int code, int operand) {
        skip(code, operand, 0, 0);
    }

    private void skip(int code, int operand, int whenTrue, int whenFalse) {
        steps.add(new Step(code, whenTrue, whenFalse, operand));
    }

    /** The program as {@code struct sock_fprog}, which the kernel takes a copy of. */
    MemorySegment program(Arena arena) {
        MemorySegment filter = arena.allocate(steps.size() * Step.BYTES, Step.BYTES);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            long at = i * Step.BYTES;
            filter.set(ValueLayout.JAVA_SHORT, at, (short) step.code());
            filter.set(ValueLayout.JAVA_BYTE, at + 2, (byte) step.whenTrue());
            filter.set(ValueLayout.JAVA_BYTE, at + 3, (byte) step.whenFalse());
            filter.set(ValueLayout.JAVA_INT, at + 4, step.operand());
        }
        MemorySegment program =
                arena.allocate(
                        MemoryLayout.structLayout(
                                ValueLayout.JAVA_SHORT,
                                MemoryLayout.paddingLayout(6),
                                ValueLayout.ADDRESS));
        program.set(ValueLayout.JAVA_SHORT, 0, (short) steps.size());
        program.set(ValueLayout.ADDRESS, 8, filter);
        return program;
    }
}
