package nomic.worker;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** A processor for which the numbers of Linux' system calls are known. */
enum Architecture {
    X86_64("amd64", 0xC000003E, 157, 317),
    AARCH64("aarch64", 0xC00000B7, 167, 277);

    private final String javaName;

    /** AUDIT_ARCH_... of linux/audit.h: what the kernel says a system call was made for. */
    final int audited;

    final int prctl;
    final int seccomp;

    Architecture(String javaName, int audited, int prctl, int seccomp) {
        this.javaName = javaName;
        this.audited = audited;
        this.prctl = prctl;
        this.seccomp = seccomp;
    }

    /** The processor that is called so by {@code os.arch}, or null where it is another. */
    static @Nullable Architecture named(String javaName) {
        return Arrays.stream(values())
                .filter(each -> each.javaName.equals(javaName))
                .findFirst()
                .orElse(null);
    }
}
