package nomic.log;

import nomic.game.Canonical;
import nomic.game.Decided;
import nomic.game.Envelope;
import nomic.game.Occurrence;
import nomic.game.Outcome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The hash chain of a game: each link seals its entry and, through the link before, all earlier
 * ones. Links are taken over canonical bytes, never over what a database made of them.
 */
public final class Chain {
    private Chain() {}

    /** What a link seals. */
    private record Sealed(
            String previous,
            Envelope envelope,
            Outcome outcome,
            List<Occurrence> events,
            String rulebookHash,
            String stateHash) {}

    /** The link before the first entry of a game; it differs from game to game. */
    public static String start(GameId game) {
        return Canonical.hash(List.of("game", game.value()));
    }

    /** The link that an entry must have. */
    public static String link(Entry entry) {
        return Canonical.hash(
                new Sealed(
                        entry.previous(),
                        entry.envelope(),
                        entry.outcome(),
                        entry.events(),
                        entry.rulebookHash(),
                        entry.stateHash()));
    }

    /** The entry that a decided command becomes under a tenure, as any reader will read it. */
    public static Entry entry(GameId game, Tenure tenure, Decided decided) {
        Entry unlinked =
                new Entry(
                        game,
                        tenure.epoch(),
                        tenure.position() + 1,
                        reread(decided.envelope()),
                        decided.outcome(),
                        occurrences(Canonical.text(decided.events())),
                        tenure.head() + 1,
                        tenure.head() + decided.events().size(),
                        decided.rulebookHash(),
                        decided.stateHash(),
                        tenure.link(),
                        "",
                        decided.use());
        return unlinked.withLink(link(unlinked));
    }

    private static Envelope reread(Envelope envelope) {
        return Canonical.read(Canonical.text(envelope), Envelope.class);
    }

    private static List<Occurrence> occurrences(String json) {
        try {
            return List.copyOf(
                    Canonical.json()
                            .readerForListOf(Occurrence.class)
                            .<List<Occurrence>>readValue(json));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the events that were just written", e);
        }
    }
}
