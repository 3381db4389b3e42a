package nomic.load;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;

/** One event to a thousand sockets, beside a bare broadcast of the same text in the same run. */
final class FanOut {
    private static final int SOCKETS = 1000;
    private static final int ROUNDS = 20;

    private FanOut() {}

    static void run(Path home, Path data) {
        String text;
        try (Nomic nomic = Nomic.serve(home, data, "", "--workers", "0")) {
            Caller.Table table = Caller.register(nomic.uri(), "ann").opens();
            text = table.caller().get(table.game() + "/events?limit=1").get(0).toString();
            String game = table.game().substring(table.game().lastIndexOf('/') + 1);
            long head = table.caller().get(table.game()).path("head").asLong();
            String greeting =
                    "{\"type\": \"subscribe\", \"game\": \"%s\", \"since\": %d}"
                            .formatted(game, head);
            try (Crowd crowd = new Crowd(nomic.uri(), SOCKETS, greeting)) {
                int[] number = {0};
                measure("one event of a move over HTTP", crowd, () -> table.vote(number[0]++));
            }
        }
        try (Nomic bare = Load.bare()) {
            try (Crowd crowd = new Crowd(bare.uri(), SOCKETS, "")) {
                measure("bare broadcast", crowd, () -> crowd.first().sendText(text, true).join());
            }
        }
    }

    private static void measure(String what, Crowd crowd, Runnable saying) {
        for (int i = 0; i < ROUNDS / 2; i++) {
            crowd.hear(saying);
        }
        LongStream all = LongStream.empty();
        long[] last = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long[] took = crowd.hear(saying);
            last[i] = Arrays.stream(took).max().orElseThrow();
            all = LongStream.concat(all, Arrays.stream(took));
        }
        var sample = new Sample(all.toArray());
        System.out.printf(
                "| %s | %s | %s | %s |%n",
                what, sample.millis(0.5), sample.millis(0.99), new Sample(last).millis(0.5));
    }
}
