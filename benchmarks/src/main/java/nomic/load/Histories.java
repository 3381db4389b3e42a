package nomic.load;

import nomic.game.Cause;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Decider;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.law.Choice;
import nomic.log.GameId;
import nomic.log.LocalFeed;
import nomic.log.LocalGames;
import nomic.server.store.Database;
import nomic.server.store.StoredGameLog;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Games with long histories: how long the first answers after a start take, and later ones. */
final class Histories {
    private static final int[] LENGTHS = {1000, 20_000};

    private Histories() {}

    /** Casts ballots as the kernel does where no rule has a say, without the price of rules. */
    private record Ballots() implements Decider {
        @Override
        public Decided decide(GameState state, Envelope envelope) {
            var vote = (Command.Vote) envelope.command();
            var cast =
                    new Event.BallotCast(
                            vote.proposal(),
                            envelope.player(),
                            vote.choice(),
                            state.proposals().get(vote.proposal()).hash());
            GameState after = Evolution.evolve(state, List.of(cast));
            return new Decided(
                    envelope,
                    new Outcome.Accepted(),
                    List.of(new Occurrence(cast, new Cause.ByMove("Vote"))),
                    after,
                    state.rulebookHash(),
                    after.hash(),
                    new TreeMap<>());
        }
    }

    static void run(Path home, Path data) {
        Caller.Table[] tables = new Caller.Table[LENGTHS.length];
        try (Nomic nomic = Nomic.serve(home, data, "", "--workers", "0")) {
            Caller ann = Caller.register(nomic.uri(), "ann");
            for (int i = 0; i < LENGTHS.length; i++) {
                tables[i] = ann.opens();
            }
        }
        for (int i = 0; i < LENGTHS.length; i++) {
            fill(data, tables[i], LENGTHS[i]);
        }
        for (int i = 0; i < LENGTHS.length; i++) {
            try (Nomic nomic = Nomic.serve(home, data, "", "--workers", "0")) {
                measure(nomic, tables[i], LENGTHS[i]);
            }
        }
    }

    private static void fill(Path data, Caller.Table table, int length) {
        var game = new GameId(table.game().substring(table.game().lastIndexOf('/') + 1));
        try (Database database = Database.open(Database.urlIn(data));
                LocalGames games =
                        new LocalGames(
                                new StoredGameLog(database.sessions(), InstantSource.system()),
                                new LocalFeed(),
                                new Ballots(),
                                InstantSource.system(),
                                () -> "0".repeat(64),
                                "load")) {
            for (int i = 0; i < length; i++) {
                Choice choice = i % 2 == 0 ? Choice.FOR : Choice.AGAINST;
                games.submit(
                                game,
                                "ann",
                                "filled-" + i,
                                new Command.Vote(table.proposal(), choice, null))
                        .join();
            }
        }
    }

    private static void measure(Nomic nomic, Caller.Table before, int length) {
        Caller ann = Caller.login(nomic.uri(), "ann");
        var table = new Caller.Table(ann, before.game(), before.proposal());
        ann.get("/api/v1/games?limit=1");
        long start = System.nanoTime();
        ann.get(table.game());
        long read = System.nanoTime();
        table.vote(0);
        long moved = System.nanoTime();
        long[] votes = new long[100];
        for (int i = 0; i < votes.length; i++) {
            long from = System.nanoTime();
            table.vote(i);
            votes[i] = System.nanoTime() - from;
        }
        System.out.printf(
                Locale.ROOT,
                "| %,d | %.0f | %.0f | %s |%n",
                length,
                (read - start) / 1e6,
                (moved - read) / 1e6,
                new Sample(votes).millis(0.5));
    }
}
