package nomic.session;

import nomic.game.Event;
import nomic.game.Refusal;

import java.util.List;

/** What a move records of itself before any rule has its say. */
public sealed interface Recording {
    record Events(List<Event> events) implements Recording {}

    /** The kernel refuses it: it is malformed or names what does not exist. */
    record Refused(Refusal refusal) implements Recording {}
}
