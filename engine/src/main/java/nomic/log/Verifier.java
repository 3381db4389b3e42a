package nomic.log;

import nomic.game.Decider;

import java.util.ArrayList;
import java.util.List;

/**
 * Checks the log of a game: its chain, and each entry by deciding its command again from the logged
 * state before it. So one altered byte is located, even in a log that was hashed anew, and one
 * difference does not bring others after it.
 */
public final class Verifier {
    private static final int PAGE = 100;

    private final Decider decider;

    public Verifier(Decider decider) {
        this.decider = decider;
    }

    /** What is wrong with a game, in order of position; empty for an honest log. */
    public List<Finding> verify(GameLog log, GameId game) {
        Tenure head = log.head(game);
        List<Finding> findings = new ArrayList<>();
        Walk walk =
                new Walk(
                        game,
                        decider,
                        findings,
                        (to, last) -> Fold.start(game).upTo(log, to, last).past());
        int page = PAGE;
        while (true) {
            List<Entry> entries;
            try {
                entries = log.entries(game, walk.position(), page);
            } catch (RuntimeException e) {
                if (page == 1) {
                    walk.stopAtUnreadable();
                    return findings;
                }
                page = 1;
                continue;
            }
            for (Entry entry : entries) {
                if (!walk.visit(entry)) {
                    return findings;
                }
            }
            if (entries.size() < page) {
                walk.end(head);
                return findings;
            }
        }
    }
}
