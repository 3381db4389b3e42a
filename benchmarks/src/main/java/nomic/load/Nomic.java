package nomic.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged server as a process of its own. */
final class Nomic implements AutoCloseable {
    private static final String LISTENS = "Nomic listens on ";
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Process process;
    private final URI uri;
    private final Duration started;

    private Nomic(Process process, URI uri, Duration started) {
        this.process = process;
        this.uri = uri;
        this.started = started;
    }

    /** Starts it on a free port with no bounds on requests, and waits until it listens. */
    static Nomic serve(Path home, Path data, String javaOptions, String... options) {
        var command = new ArrayList<>(List.of(home.resolve("bin/nomic").toString(), "serve"));
        command.addAll(List.of("--host", "127.0.0.1", "--port", "0", "--data", data.toString()));
        command.addAll(List.of("--rates", "address=0,account=0,login=0,name=0"));
        command.addAll(List.of(options));
        return run(command, javaOptions);
    }

    /** Starts a program and waits until it says where it listens. */
    static Nomic run(List<String> command, String javaOptions) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("NOMIC_JAVA_OPTS", javaOptions);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        long before = System.nanoTime();
        try {
            Process process = builder.start();
            BufferedReader out = process.inputReader();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(LISTENS)) {
                    Duration started = Duration.ofNanos(System.nanoTime() - before);
                    Thread.ofPlatform().daemon().start(() -> out.lines().forEach(_ -> {}));
                    return new Nomic(
                            process, URI.create(line.substring(LISTENS.length())), started);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("The server did not start");
    }

    URI uri() {
        return uri;
    }

    Duration started() {
        return started;
    }

    /** What lives in its heap, in KB, after a collection. */
    long liveKilobytes() {
        jcmd("GC.run");
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("The server does not tell what its heap holds");
        }
        return Long.parseLong(used.group(1));
    }

    private String jcmd(String what) {
        try {
            Process jcmd =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                            .toString(),
                                    "" + process.pid(),
                                    what)
                            .start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
