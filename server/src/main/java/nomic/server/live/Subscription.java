package nomic.server.live;

import nomic.log.Feed;
import nomic.log.Recorded;
import nomic.server.talk.Message;

/** What a connection follows of one game: its events, and its talk. */
record Subscription(Cursor<Recorded> events, Cursor<Message> talk) {
    void open(Feed events, Feed talk) {
        this.events.open(events);
        this.talk.open(talk);
    }

    void close() {
        events.close();
        talk.close();
    }
}
