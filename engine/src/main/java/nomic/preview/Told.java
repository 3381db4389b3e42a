package nomic.preview;

import nomic.game.ProposalEntry;
import nomic.game.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Puts previews together. */
final class Told {
    private Told() {}

    /** Of a draft that is no proposal at all. */
    static Preview refused(int number, Refusal why, Budget budget) {
        return new Preview(
                number,
                "",
                why,
                new Adoption(false, "It cannot be proposed.", 0, 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                budget.spent(),
                List.of("What it would do: it cannot be proposed as it is."));
    }

    static Preview of(
            ProposalEntry proposal,
            @Nullable Refusal refusal,
            Adoption adoption,
            Differences differences,
            boolean ends,
            Budget budget) {
        return new Preview(
                proposal.number(),
                proposal.hash(),
                refusal,
                adoption,
                differences.rules(),
                differences.facts(),
                differences.points(),
                differences.winners(),
                ends,
                differences.suspended(),
                budget.spent(),
                List.of());
    }
}
