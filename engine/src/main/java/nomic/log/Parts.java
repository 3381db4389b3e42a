package nomic.log;

import nomic.game.Decider;

import java.time.InstantSource;
import java.util.function.Supplier;

/** What every writer of a process works with. */
record Parts(
        GameLog log,
        Folds folds,
        Feed feed,
        Decider decider,
        InstantSource clock,
        Supplier<String> seeds,
        String node) {}
