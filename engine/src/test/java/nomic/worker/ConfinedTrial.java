package nomic.worker;

import nomic.code.Check;
import nomic.code.Checker;
import nomic.session.Interpreter;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A process that tries what a confined one must not do and what it must be able to do. The first
 * line that it prints says whether it is confined; the others what became of each attempt.
 */
final class ConfinedTrial {
    private static final String RULE =
            """
            rule "honours the proposer"
            when
                $p : Proposal( open, title matches "[a-z]+", $who : author )
            then
                String line = "a".repeat(3);
                law.award($who, line.length());
            end
            """;

    private interface Attempt {
        void run() throws Exception;
    }

    private final Path folder;
    private final Map<String, Attempt> attempts = new LinkedHashMap<>();

    private ConfinedTrial(Path folder) {
        this.folder = folder;
    }

    /**
     * @param arguments a folder with the files {@code there} and {@code spare}; then {@code
     *     confined} or {@code free}
     */
    public static void main(String[] arguments) throws IOException {
        var trial = new ConfinedTrial(Path.of(arguments[0]));
        warmUp();
        openSockets();
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        if (arguments[1].equals("confined")) {
            System.out.println(Confinement.enter());
            trial.listRawAttempts(parent);
        }
        trial.listAttempts();
        trial.attempts.forEach(ConfinedTrial::print);
        System.exit(0);
    }

    private static void warmUp() {
        WarmUp.check(new Checker());
        try (Interpreter interpreter = Interpreter.standard()) {
            WarmUp.play(interpreter);
        }
    }

    private void listAttempts() {
        attempts.put("start a program", () -> new ProcessBuilder("true").start().waitFor());
        attempts.put("listen", () -> new ServerSocket(0).close());
        attempts.put("open a channel", () -> SocketChannel.open().close());
        attempts.put("send datagrams", () -> new DatagramSocket().close());
        attempts.put("read a file", () -> Files.readString(folder.resolve("there")));
        attempts.put("list a folder", () -> Files.list(folder).close());
        attempts.put("write a file", () -> Files.writeString(folder.resolve("mine"), "x"));
        attempts.put("make a folder", () -> Files.createDirectory(folder.resolve("sub")));
        attempts.put("rename", () -> Files.move(folder.resolve("there"), folder.resolve("t")));
        attempts.put("delete a file", () -> Files.delete(folder.resolve("spare")));

        attempts.put("run threads", ConfinedTrial::runThreads);
        attempts.put("fill and drop the heap", ConfinedTrial::fillHeap);
        attempts.put("use up the stack", ConfinedTrial::useUpStack);
        attempts.put("load classes", () -> Class.forName("org.yaml.snakeyaml.Yaml"));
        attempts.put("read resources", ConfinedTrial::readResource);
        attempts.put("compile a rule", ConfinedTrial::check);
        attempts.put("decide a game", ConfinedTrial::warmUp);
        attempts.put("compile hot code", ConfinedTrial::runHot);
    }

    /**
     * Calls that the library of Java makes in none of the attempts, or not with these arguments.
     */
    private void listRawAttempts(long parent) {
        Architecture here = Architecture.named(System.getProperty("os.arch"));
        boolean x86 = here == Architecture.X86_64;
        raw("fork", x86 ? 56 : 220, 17);
        raw("signal another process", x86 ? 234 : 131, parent, parent, 0);
        raw("kill", x86 ? 62 : 129, parent, 0);
        raw("change the process", x86 ? 157 : 167, 4, 0);
        raw("read another process", x86 ? 310 : 270, parent, 0, 0, 0, 0);
        raw("exec", x86 ? 59 : 221, 0, 0, 0);
        raw("open another way", 437, 0, 0, 0, 0);
        raw("queue input and output", 425, 1, 0);
    }

    private void raw(String name, int number, long... arguments) {
        attempts.put(
                name,
                () -> {
                    try (Arena arena = Arena.ofConfined()) {
                        var calls = new NativeCalls(arena);
                        long answer = calls.call(number, arguments);
                        if (name.equals("fork") && answer == 0) {
                            Runtime.getRuntime().halt(0);
                        }
                        if (answer < 0) {
                            throw new IOException("errno " + calls.errno());
                        }
                    }
                });
    }

    private static void print(String name, Attempt attempt) {
        try {
            attempt.run();
            System.out.println(name + ": done");
        } catch (Exception | LinkageError e) {
            System.out.println(name + ": " + e.toString().lines().findFirst().orElseThrow());
        }
    }

    private static void check() {
        if (new Checker().check(7, RULE) instanceof Check.Refused refused) {
            throw new IllegalStateException(refused.toString());
        }
    }

    /** So that the classes and libraries for it are there, and it is the kernel that refuses. */
    private static void openSockets() throws IOException {
        new ServerSocket(0).close();
        SocketChannel.open().close();
        new DatagramSocket().close();
    }

    private static void runThreads() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 20; i++) {
            threads.add(Thread.ofPlatform().name("trial-" + i).start(ConfinedTrial::fillHeap));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void fillHeap() {
        for (int round = 0; round < 3; round++) {
            List<byte[]> kept = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                kept.add(new byte[1 << 20]);
            }
        }
    }

    private static void useUpStack() {
        try {
            deepen(0);
        } catch (StackOverflowError e) {
            return;
        }
        throw new IllegalStateException("The stack has no end");
    }

    private static int deepen(int depth) {
        return depth < 0 ? 0 : deepen(depth + 1) + 1;
    }

    private static void readResource() throws IOException {
        try (var file = Checker.class.getResourceAsStream("allow/java.lang.txt")) {
            if (file == null || file.readAllBytes().length == 0) {
                throw new IOException("There is no list");
            }
        }
    }

    private static void runHot() {
        long sum = 0;
        for (int i = 0; i < 3_000_000; i++) {
            sum += Integer.toString(i).hashCode();
        }
        if (sum == 0) {
            throw new IllegalStateException("Miscounted");
        }
    }
}
