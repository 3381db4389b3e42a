package nomic.server.live;

import nomic.log.Feed;
import nomic.log.GameId;
import nomic.log.Recorded;
import nomic.server.talk.Message;

/** What a connection follows of one game: its events, and its talk; and that it does so. */
record Subscription(Cursor<Recorded> events, Cursor<Message> talk, Presence.Watcher watcher) {
    void open(GameId game, Feed eventFeed, Feed talkFeed) {
        events.open(Cursor.Hints.of(eventFeed, game));
        talk.open(Cursor.Hints.of(talkFeed, game));
    }

    void close() {
        events.close();
        talk.close();
        watcher.close();
    }
}
