package nomic.server.live;

import nomic.log.GameId;
import nomic.server.talk.Message;
import nomic.server.talk.Talk;

import java.util.List;

/** What is said in a game and changed of it, by the count of changes, and where it goes. */
record Said(Talk talk, GameId game, Outbox outbox)
        implements Cursor.Source<Message>, Cursor.Sink<Message> {
    @Override
    public List<Message> after(long place, int limit) {
        return talk.changedAfter(game, place, limit);
    }

    @Override
    public long place(Message message) {
        return message.changed();
    }

    @Override
    public boolean put(Message message) throws InterruptedException {
        return outbox.put(new ClientOut.Said(game.value(), message));
    }

    /** The events of the game tell it. */
    @Override
    public void hidden() {}
}
