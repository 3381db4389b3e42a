package nomic.history;

import nomic.log.Entry;

import java.util.List;

/**
 * All that is known of one game.
 *
 * @param log its entries in the order in which the log has them
 */
public record History(List<Asked> asked, List<Entry> log, List<Heard> heard, List<Served> served) {
    public History {
        asked = List.copyOf(asked);
        log = List.copyOf(log);
        heard = List.copyOf(heard);
        served = List.copyOf(served);
    }
}
