package nomic.preview;

import nomic.game.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a proposal would do.
 *
 * @param proposal its number, or the one that a draft would get
 * @param hash of its text; empty where the draft is no proposal at all
 * @param refusal why the draft cannot be proposed at present; null where it can
 * @param adoption how the vote on it ends when all vote for it
 * @param rules what becomes of rules, in the order of events
 * @param facts what becomes of all else that is on record
 * @param points of each player, by seat
 * @param winners who wins by its adoption
 * @param ends whether the game ends by it
 * @param suspended rules that break by it
 * @param furtherChange whether the rules can be changed again afterwards
 * @param brokenTests the tests of rules in force that fail under the change
 * @param lastMoves the last commands of the game as they would be decided under the change
 * @param randomTurns how the game goes on; null where that was not looked at
 * @param leftOut what is not told here, and why, in sentences
 */
public record Preview(
        int proposal,
        String hash,
        @Nullable Refusal refusal,
        Adoption adoption,
        List<RuleChange> rules,
        List<FactChange> facts,
        List<Points> points,
        List<String> winners,
        boolean ends,
        List<SuspendedRule> suspended,
        FurtherChange furtherChange,
        List<BrokenTests> brokenTests,
        List<PastMove> lastMoves,
        @Nullable RandomTurns randomTurns,
        Budget.Spent budget,
        List<String> leftOut) {
    public Preview {
        rules = List.copyOf(rules);
        facts = List.copyOf(facts);
        points = List.copyOf(points);
        winners = List.copyOf(winners);
        suspended = List.copyOf(suspended);
        brokenTests = List.copyOf(brokenTests);
        lastMoves = List.copyOf(lastMoves);
        leftOut = List.copyOf(leftOut);
    }
}
