package nomic.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a game costs in the heap of the server: in the log only, read, and in play. */
final class Memory {
    private static final int GAMES = 200;

    private Memory() {}

    static void run(Path home, Path data) {
        List<Caller.Table> tables = new ArrayList<>();
        try (Nomic nomic = Nomic.serve(home, data, "", "--workers", "0")) {
            Caller ann = Caller.register(nomic.uri(), "ann");
            while (tables.size() < GAMES) {
                tables.add(ann.opens());
            }
        }
        try (Nomic nomic = Nomic.serve(home, data, "", "--workers", "0")) {
            Caller ann = Caller.login(nomic.uri(), "ann");
            Caller.Table warm = ann.opens();
            warm.vote(0);
            long idle = nomic.liveKilobytes();
            tables.forEach(table -> ann.get(table.game()));
            long resident = nomic.liveKilobytes();
            tables.forEach(table -> new Caller.Table(ann, table.game(), table.proposal()).vote(0));
            long active = nomic.liveKilobytes();
            System.out.printf(
                    Locale.ROOT,
                    "| server with %d idle games | %,d KB in all |%n| each resident game: it was"
                        + " read | %.1f KB more |%n| each active game: it has a writer | %.1f KB"
                        + " more than resident |%n",
                    GAMES,
                    idle,
                    (resident - idle) / (double) GAMES,
                    (active - resident) / (double) GAMES);
        }
    }
}
