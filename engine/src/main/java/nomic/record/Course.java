package nomic.record;

import nomic.game.Event;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.Past;
import nomic.log.Chain;
import nomic.log.Entry;
import nomic.log.GameId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Follows the entries of a game one by one, and keeps what it was at one place. */
final class Course {
    private final long wanted;
    private GameState state = GameState.NONE;
    private String link;
    private long position;
    private long head;
    private @Nullable Past past;
    private String hash = "";
    private long found;

    /**
     * @param wanted the sequence number of the place
     */
    Course(GameId game, long wanted) {
        this.wanted = wanted;
        this.link = Chain.start(game);
    }

    /** The position of the last entry that was followed. */
    long position() {
        return position;
    }

    /** What is wrong with the next entry; empty where nothing is. */
    String follow(Entry entry) {
        if (entry.position() != position + 1
                || entry.firstSeq() != head + 1
                || entry.lastSeq() != head + entry.events().size()) {
            return "it does not follow from the one before";
        }
        if (!entry.previous().equals(link) || !Chain.link(entry).equals(entry.link())) {
            return "its link is not that of its content and the link before";
        }
        List<Event> events = entry.events().stream().map(Occurrence::event).toList();
        state = Evolution.evolve(state, events);
        link = entry.link();
        position = entry.position();
        head = entry.lastSeq();
        if (head <= wanted) {
            past = new Past(head, entry.envelope().at(), state);
            hash = entry.stateHash();
            found = position;
        }
        return "";
    }

    /** What the game was, if the entries come to what the trailer says. */
    GameRecord.Reached end(RecordTrailer trailer) {
        if (position != trailer.position()
                || head != trailer.head()
                || !link.equals(trailer.link())) {
            return new GameRecord.Reached.Broken(position, "the trailer names another end");
        }
        Past reached = past;
        if (reached == null || !reached.state().exists()) {
            return new GameRecord.Reached.Broken(1, "there was no game yet at event " + wanted);
        }
        return reached.state().hash().equals(hash)
                ? new GameRecord.Reached.Fine(reached)
                : new GameRecord.Reached.Broken(found, "it leads to another state");
    }
}
