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

    private final ClassPath classPath;
    private final Path folder;
    private final int heapMegabytes;
    private final RuleCompiler compiler;
    private final String program;
    private final AtomicInteger started = new AtomicInteger();

    /**
     * @param folder where the folders of the workers are made
     */
    Launch(ClassPath classPath, Path folder, int heapMegabytes, RuleCompiler compiler) {
        this(classPath, folder, heapMegabytes, compiler, WorkerMain.class.getName());
    }

    /**
     * @param program the class that the processes run
     */
    Launch(
            ClassPath classPath,
            Path folder,
            int heapMegabytes,
            RuleCompiler compiler,
            String program) {
        this.classPath = classPath;
        this.folder = folder;
        this.heapMegabytes = heapMegabytes;
        this.compiler = compiler;
        this.program = program;
    }

    /** A worker that has yet to become ready, or null where the system starts none. */
    @Nullable Worker start() {
        try {
            Path own =
                    Files.createDirectories(folder.resolve("worker-" + started.incrementAndGet()));
            Path box = own.resolve("black-box");
            BlackBox.make(box);
            ProcessBuilder builder = new ProcessBuilder(command(own, box)).directory(own.toFile());
            builder.environment().clear();
            return new Worker(builder.start(), box, compiler);
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.ERROR, "Cannot start a worker process", e);
            return null;
        }
    }

    private List<String> command(Path own, Path box) {
        var command = new ArrayList<String>();
        command.add(JvmFlags.java());
        command.addAll(JvmFlags.of(heapMegabytes, own));
        command.addAll(
                List.of(
                        "-classpath",
                        classPath.toString(),
                        program,
                        box.toAbsolutePath().toString()));
        return command;
    }
}
