package nomic.server.bot;

import nomic.game.Command;
import nomic.log.Games.Snapshot;
import nomic.server.game.Todo;

import java.util.List;
import java.util.random.RandomGenerator;

/** How a bot thinks. */
interface Brain {
    /**
     * What it would do about something that waits for it, the best first; the next is tried where
     * rules forbid one.
     */
    List<Command> answers(Snapshot game, String self, Todo todo, RandomGenerator random);
}
