package nomic.server.live;

import static nomic.server.web.ProblemType.UNKNOWN_GAME;

import nomic.log.GameId;
import nomic.log.Recorded;
import nomic.server.game.EventJson;

/**
 * The socket as the place where the events of a game go.
 *
 * @param watcher watches no more when the game is hidden
 */
record SocketSink(GameId game, Outbox outbox, Presence.Watcher watcher)
        implements Cursor.Sink<Recorded> {
    @Override
    public boolean put(Recorded recorded) throws InterruptedException {
        return outbox.put(new ClientOut.Happened(game.value(), EventJson.of(recorded)));
    }

    @Override
    public void hidden() {
        watcher.close();
        outbox.offer(
                new ClientOut.Error(UNKNOWN_GAME.because("There is no game " + game + ".").json()));
    }
}
