package nomic.server.cli;

import nomic.code.Built;
import nomic.server.CannotStart;
import nomic.server.DataFolder;
import nomic.server.setting.Configuration;
import nomic.server.setting.Setting;
import nomic.server.store.Database;
import nomic.worker.Workforce;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks at everything that a server with some settings would need. Changes nothing that is there.
 */
final class Examination {
    private static final int NEEDED_JAVA = 25;
    private static final long MEGABYTE = 1L << 20;
    private static final long LEAST_DISK = 200 * MEGABYTE;
    private static final long GOOD_DISK = 2048 * MEGABYTE;
    private static final Path FILTERS = Path.of("/proc/sys/kernel/seccomp/actions_avail");
    private static final Instant OLDEST = Instant.parse("2026-01-01T00:00:00Z");

    private final Configuration given;
    private final Path data;
    private final List<Finding> findings = new ArrayList<>();

    /** How something is. */
    enum Status {
        OK,
        WARNING,
        PROBLEM
    }

    /**
     * What was found.
     *
     * @param next what to do about it; null where there is nothing to do
     */
    record Finding(String what, Status status, String found, @Nullable String next) {}

    private Examination(Configuration given) {
        this.given = given;
        this.data = given.data();
    }

    static List<Finding> of(Configuration given) {
        var examination = new Examination(given);
        examination.run();
        return List.copyOf(examination.findings);
    }

    private void run() {
        settings();
        java();
        clock();
        disk();
        keys();
        boolean isRunning = folder();
        if (!isRunning) {
            database();
            port();
        }
        confinement();
        worker();
    }

    private void ok(String what, String found) {
        findings.add(new Finding(what, Status.OK, found, null));
    }

    private void warn(String what, String found, String next) {
        findings.add(new Finding(what, Status.WARNING, found, next));
    }

    private void fail(String what, String found, String next) {
        findings.add(new Finding(what, Status.PROBLEM, found, next));
    }

    private void settings() {
        Path file = given.file();
        ok(
                "settings",
                file == null ? "no file of settings; all values are allowed" : "from " + file);
    }

    private void java() {
        String version = Runtime.version().toString();
        if (Runtime.version().feature() < NEEDED_JAVA) {
            fail("java", version, "Install Java " + NEEDED_JAVA + " or newer.");
        } else {
            long heap = Runtime.getRuntime().maxMemory() / MEGABYTE;
            ok("java", version + ", heap of at most " + heap + " MB");
        }
    }

    private void clock() {
        Instant now = Instant.now();
        Instant newest = newest();
        if (now.isBefore(OLDEST) || newest.isAfter(now.plus(Duration.ofMinutes(1)))) {
            fail(
                    "clock",
                    now + ", and the newest file in the data folder is of " + newest,
                    "Set the clock: deadlines of games would pass at wrong times.");
        } else {
            ok("clock", now.toString());
        }
    }

    private Instant newest() {
        try (Stream<Path> files = Files.list(data)) {
            Instant newest = Instant.EPOCH;
            for (Path file : files.toList()) {
                Instant of = Files.getLastModifiedTime(file).toInstant();
                newest = of.isAfter(newest) ? of : newest;
            }
            return newest;
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    /** The folder itself, or the one in which it would be made. */
    private Path existing() {
        Path folder = data.toAbsolutePath().normalize();
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }

    private void disk() {
        Path folder = existing();
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            String found = free / MEGABYTE + " MB free at " + folder;
            if (free < LEAST_DISK) {
                fail("disk", found, "Make room: a server that cannot write refuses all moves.");
            } else if (free < GOOD_DISK) {
                warn("disk", found, "Make room before it is full: the log only grows.");
            } else {
                ok("disk", found);
            }
        } catch (IOException e) {
            warn(
                    "disk",
                    "unknown (" + e.getClass().getSimpleName() + ")",
                    "Look at " + folder + ".");
        }
    }

    /** Whether a server uses the folder. */
    private boolean folder() {
        if (!Files.isDirectory(data)) {
            if (Files.isWritable(existing())) {
                ok("data folder", data + " will be made");
            } else {
                fail(
                        "data folder",
                        data + " cannot be made",
                        "Make it, and give it to the user of the server.");
            }
            return false;
        }
        if (!Files.isWritable(data)) {
            fail(
                    "data folder",
                    data + " cannot be written",
                    "Give it to the user who runs the server and this command.");
            return false;
        }
        try (DataFolder _ = DataFolder.take(data)) {
            ok("data folder", data + " is writable and free");
            return false;
        } catch (CannotStart e) {
            warn(
                    "data folder",
                    data + " is in use by a running server",
                    "Stop the server to have database and port examined too.");
            return true;
        }
    }

    private void keys() {
        try (Stream<Path> files = Files.isDirectory(data) ? Files.list(data) : Stream.empty()) {
            List<Path> keys =
                    files.filter(file -> file.toString().endsWith(".pem")).sorted().toList();
            List<Path> open = new ArrayList<>();
            for (Path key : keys) {
                if (isOpen(key)) {
                    open.add(key);
                }
            }
            if (open.isEmpty()) {
                ok("keys", keys.size() + " keys, readable by their owner alone");
            } else {
                fail(
                        "keys",
                        "others may read " + open,
                        "chmod 600 them; if others have read one, delete it and start the server.");
            }
        } catch (IOException | UnsupportedOperationException e) {
            warn(
                    "keys",
                    "unknown (" + e.getClass().getSimpleName() + ")",
                    "Look who may read them.");
        }
    }

    private static boolean isOpen(Path key) throws IOException {
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(key);
        return rights.contains(PosixFilePermission.GROUP_READ)
                || rights.contains(PosixFilePermission.OTHERS_READ);
    }

    private void database() {
        String url = given.database();
        if (url == null && !Files.exists(data.resolve("nomic.mv.db"))) {
            ok("database", "H2 in the data folder will be made");
            return;
        }
        try {
            Database.Schema schema = Database.look(url == null ? Database.urlIn(data) : url);
            String found = schema.product() + ", schema " + schema.version();
            if (schema.isNewer()) {
                fail("database", found + " is newer than this program", "Run the newer version.");
            } else if (schema.pending() > 0) {
                ok("database", found + "; " + schema.pending() + " steps are made at the start");
            } else {
                ok("database", found);
            }
        } catch (RuntimeException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            fail(
                    "database",
                    "does not answer: "
                            + String.valueOf(root.getMessage()).lines().findFirst().orElse(""),
                    "Look at the settings database, database-user and database-password, and"
                        + " whether it runs.");
        }
    }

    private void port() {
        String host = given.textOrStandard(Setting.HOST);
        int port = given.whole(Setting.PORT);
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            ok("port", host + " port " + port + " is free");
        } catch (IOException e) {
            fail(
                    "port",
                    host + " port " + port + ": " + e.getMessage(),
                    "Set another port or host, or end what listens there.");
        }
    }

    private void confinement() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.equals("linux") && Files.exists(FILTERS)) {
            ok("confinement", "child processes can give up files, network and other processes");
        } else {
            warn(
                    "confinement",
                    "there is no filter of system calls here",
                    "Run the server on Linux, or with workers that a container shuts in.");
        }
    }

    private void worker() {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("nomic-doctor");
            long from = System.nanoTime();
            int heap = given.whole(Setting.WORKER_HEAP);
            try (Workforce workforce = new Workforce(folder, 1, heap, List.of())) {
                Built built = workforce.compile(0, "rule \"a rule\" when then end");
                long seconds = Duration.ofNanos(System.nanoTime() - from).toSeconds();
                if (built instanceof Built.Classes) {
                    ok("child process", "checked a rule " + seconds + " s after it was started");
                } else {
                    fail("child process", "refused a rule that is right", "Report a bug.");
                }
            }
        } catch (IOException | RuntimeException e) {
            fail(
                    "child process",
                    "does not start (" + e.getClass().getSimpleName() + ")",
                    "Look at the memory that is free, and at worker-heap.");
        } finally {
            delete(folder);
        }
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        } catch (IOException e) {
            // the system empties its folder for what is temporary
        }
    }
}
