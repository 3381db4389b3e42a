package nomic.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Ballots over HTTP, each answered when it is in the log; every client has a game of its own. */
final class MoveLoad {
    private static final int[] CLIENTS = {1, 4, 16, 64};
    private static final long WARM_UP = 5_000_000_000L;
    private static final long MEASURED = 6_000_000_000L;

    private MoveLoad() {}

    static void run(String database, Nomic nomic) {
        Caller caller = Caller.register(nomic.uri(), "ann");
        List<Caller.Table> tables = new ArrayList<>();
        while (tables.size() < CLIENTS[CLIENTS.length - 1]) {
            tables.add(caller.opens());
        }
        vote(tables.subList(0, 16), WARM_UP);
        for (int clients : CLIENTS) {
            long[] nanos = vote(tables.subList(0, clients), MEASURED);
            var sample = new Sample(nanos);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.0f | %s | %s |%n",
                    database,
                    clients,
                    nanos.length / (MEASURED / 1e9),
                    sample.millis(0.5),
                    sample.millis(0.99));
        }
    }

    /** Votes in all games at once for some time, and gives how long each ballot took. */
    private static long[] vote(List<Caller.Table> tables, long nanos) {
        var took = new ConcurrentLinkedQueue<Long>();
        long until = System.nanoTime() + nanos;
        List<Thread> voters = new ArrayList<>();
        for (Caller.Table table : tables) {
            voters.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        for (int i = 0; System.nanoTime() < until; i++) {
                                            long before = System.nanoTime();
                                            table.vote(i);
                                            took.add(System.nanoTime() - before);
                                        }
                                    }));
        }
        voters.forEach(Load::join);
        return took.stream().mapToLong(Long::longValue).toArray();
    }
}
