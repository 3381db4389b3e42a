package nomic.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Measures the packaged server and prints tables in Markdown. Arguments: the folder of the packaged
 * server, then the parts that are wanted, or none for all of them.
 */
public final class Load {
    private static final List<String> ALL =
            List.of("moves", "fanout", "memory", "history", "rules", "start");

    private static final Logger ROOT = Logger.getLogger("");

    private Load() {}

    /** What a part does with the packaged server and an empty data folder. */
    private interface Part {
        void run(Path home, Path data) throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        Set<String> wanted = new TreeSet<>(List.of(arguments).subList(1, arguments.length));
        if (wanted.isEmpty()) {
            wanted.addAll(ALL);
        }
        ROOT.setLevel(Level.SEVERE);
        machine();
        part(
                wanted,
                "moves",
                "Moves",
                "database | clients | moves per second | median ms | 99th percentile ms",
                home,
                Load::moves);
        part(
                wanted,
                "fanout",
                "One event to 1,000 sockets",
                "| median ms | 99th percentile ms | until the last has it, median ms",
                home,
                FanOut::run);
        part(wanted, "memory", "Memory", "| heap", home, Memory::run);
        part(
                wanted,
                "history",
                "Long histories",
                "events | first read after a start, ms | then the first move, ms | later moves,"
                        + " median ms",
                home,
                Histories::run);
        part(
                wanted,
                "rules",
                "Many rules",
                "rules | founding ms | a ballot, median ms | 95th percentile ms",
                home,
                (_, _) -> Growth.run());
        part(wanted, "start", "Start", "| median of three", home, StartUp::run);
        System.exit(0);
    }

    private static void machine() {
        var runtime = Runtime.getRuntime();
        double busy = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf(
                "%d processors, %s %s, Java %s; load average before the run: %.1f%n",
                runtime.availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.vm.version"),
                busy);
    }

    private static void part(
            Set<String> wanted, String name, String title, String columns, Path home, Part part)
            throws IOException {
        if (!wanted.contains(name)) {
            return;
        }
        String head = columns.startsWith("|") ? columns.substring(1) : columns;
        int count = head.split("\\|", -1).length + (columns.startsWith("|") ? 1 : 0);
        System.out.printf("%n### %s%n%n| %s |%n|%s%n", title, columns, "---|".repeat(count));
        part.run(home, Files.createTempDirectory("nomic-load").resolve("data"));
    }

    private static void moves(Path home, Path data) throws IOException {
        try (Nomic nomic = Nomic.serve(home, data, "", "--workers", "0")) {
            MoveLoad.run("H2", nomic);
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            Path folder = data.resolveSibling("with-postgresql");
            try (Nomic nomic = Nomic.serve(home, folder, "", "--workers", "0", "--database", url)) {
                MoveLoad.run("PostgreSQL", nomic);
            }
        }
    }

    /** The bare broadcast, as a process like the server. */
    static Nomic bare() {
        return Nomic.run(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        BareBroadcast.class.getName()),
                "");
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
