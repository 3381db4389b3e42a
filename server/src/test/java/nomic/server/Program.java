package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged program, run as a process of its own. */
final class Program implements AutoCloseable {
    private static final Path SCRIPT = Path.of("target/nomic/bin/nomic").toAbsolutePath();
    private static final String LISTENS = "Nomic listens on ";

    private final Process process;
    private final URI uri;

    private Program(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    private static Process start(@Nullable Path folder, String... arguments) {
        var command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        try {
            var builder = new ProcessBuilder(command);
            builder.environment().put("NOMIC_WORKERS", "1");
            return builder.directory(folder == null ? null : folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a server on a free port and waits until it says that it listens. */
    static Program serve(Path data) {
        Process process =
                start(data.getParent(), "serve", "--port", "0", "--data", data.toString());
        BufferedReader out = process.inputReader();
        var said = new ArrayList<String>();
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.startsWith(LISTENS)) {
                    Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
                    return new Program(process, URI.create(line.substring(LISTENS.length())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("The server did not start: " + said);
    }

    /** Runs a command to its end and gives what it printed, after its status was asserted. */
    static String run(int status, Path folder, String... arguments) {
        try {
            Process process = start(folder, arguments);
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(out).isEqualTo(status);
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Api api() {
        return new Api(uri);
    }

    /** Kills the process as {@code kill -9} does, and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks the process to end, as service managers do, and gives its status. */
    int stop() {
        process.destroy();
        return process.onExit().join().exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
