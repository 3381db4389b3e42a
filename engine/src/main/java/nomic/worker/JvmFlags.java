package nomic.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options of the Java machine of a child process. */
final class JvmFlags {
    private static final List<String> ALWAYS =
            List.of(
                    // Little work at a time: one thread for it and one for the Java machine.
                    "-Xss1m",
                    "-XX:+UseSerialGC",
                    "-XX:ActiveProcessorCount=2",
                    // Ready in half of the time: see docs/decisions/0084.
                    "-XX:TieredStopAtLevel=1",
                    // An end instead of a crawl, and nothing left behind by it.
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:MaxMetaspaceSize=256m",
                    "-XX:MaxDirectMemorySize=16m",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:+ErrorFileToStderr",
                    // Standard output belongs to the parent.
                    "-XX:+DisplayVMOutputToStderr",
                    "-Dslf4j.internal.verbosity=ERROR",
                    // No files for others to look at, no door for them to come in by.
                    "-XX:-UsePerfData",
                    "-XX:+DisableAttachMechanism",
                    // Exceptions keep their messages, which rules may read.
                    "-XX:-OmitStackTraceInFastThrow",
                    "-Duser.language=en",
                    "-Duser.country=",
                    "-Duser.timezone=UTC",
                    "-Dfile.encoding=UTF-8",
                    // For Confinement, after which files that tell of limits cannot be read.
                    "--enable-native-access=ALL-UNNAMED");

    private static final String NO_FILES_OF_LIMITS = "-XX:-UseContainerSupport";

    private JvmFlags() {}

    /**
     * The options, without class path and main class.
     *
     * @param folder for temporary files
     */
    static List<String> of(int heapMegabytes, Path folder) {
        var flags = new ArrayList<String>();
        flags.add("-Xmx" + heapMegabytes + "m");
        flags.add("-Djava.io.tmpdir=" + folder.toAbsolutePath());
        flags.addAll(ALWAYS);
        if (System.getProperty("os.name").equals("Linux")) {
            flags.add(NO_FILES_OF_LIMITS);
        }
        return flags;
    }

    /** The program that runs this process. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
