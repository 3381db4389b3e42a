package nomic.game;

import nomic.law.Answer;

import java.time.Instant;
import java.util.List;

/**
 * What a Judge has said of a case.
 *
 * @param cites numbers of earlier cases
 * @param overruled whether it no longer holds
 */
public record Judgment(
        String judge,
        Answer answer,
        String reasons,
        List<Integer> cites,
        List<RemedyEntry> remedies,
        Instant at,
        boolean overruled) {
    public Judgment {
        cites = List.copyOf(cites);
        remedies = List.copyOf(remedies);
    }

    Judgment overrule() {
        return new Judgment(judge, answer, reasons, cites, remedies, at, true);
    }
}
