package nomic.server.store;

import nomic.log.GameLog;
import nomic.log.InMemoryGameLog;

final class InMemoryGameLogTest extends GameLogContract {
    private final GameLog log = new InMemoryGameLog();

    @Override
    GameLog log() {
        return log;
    }
}
