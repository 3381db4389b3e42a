package nomic.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** From the command to the line that says where the server listens. */
final class StartUp {
    private static final int STARTS = 3;

    private StartUp() {}

    static void run(Path home, Path data) {
        Path cache = data.resolveSibling("nomic.aot");
        try (Nomic nomic =
                Nomic.serve(home, data, "-XX:AOTCacheOutput=" + cache, "--workers", "0")) {
            Caller.register(nomic.uri(), "ann").opens().vote(0);
        }
        time("without an AOT cache", home, data, "");
        if (Files.exists(cache)) {
            time("with an AOT cache", home, data, "-XX:AOTCache=" + cache);
        }
    }

    private static void time(String what, Path home, Path data, String options) {
        long[] nanos = new long[STARTS];
        for (int i = 0; i < STARTS; i++) {
            try (Nomic nomic = Nomic.serve(home, data, options, "--workers", "0")) {
                nanos[i] = nomic.started().toNanos();
            }
        }
        System.out.printf(Locale.ROOT, "| %s | %s ms |%n", what, new Sample(nanos).millis(0.5));
    }
}
