package nomic.worker;

import nomic.code.BlackBox;
import nomic.code.RuleCompiler;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts worker processes, each with an empty environment and an empty folder of its own. */
final class Launch {
    private static final System.Logger LOGGER = System.getLogger(Launch.class.getName());

    private final Path folder;
    private final int heapMegabytes;
    private final RuleCompiler compiler;
    private final AtomicInteger started = new AtomicInteger();

    /**
     * @param folder where the folders of the workers are made
     */
    Launch(Path folder, int heapMegabytes, RuleCompiler compiler) {
        this.folder = folder;
        this.heapMegabytes = heapMegabytes;
        this.compiler = compiler;
    }

    /** A worker that has yet to become ready, or null where the system starts none. */
    @Nullable Worker start() {
        try {
            Path own =
                    Files.createDirectories(folder.resolve("worker-" + started.incrementAndGet()));
            Path box = own.resolve("black-box");
            BlackBox.make(box);
            ProcessBuilder builder = new ProcessBuilder(command(box)).directory(own.toFile());
            builder.environment().clear();
            return new Worker(builder.start(), box, compiler);
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.ERROR, "Cannot start a worker process", e);
            return null;
        }
    }

    private List<String> command(Path box) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(
                List.of(
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Duser.language=en",
                        "-Duser.country=",
                        "-Duser.timezone=UTC",
                        "-Dfile.encoding=UTF-8",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        WorkerMain.class.getName(),
                        box.toAbsolutePath().toString()));
        return command;
    }
}
