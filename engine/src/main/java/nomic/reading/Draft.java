package nomic.reading;

import nomic.game.Attachments;
import nomic.game.GameState;
import nomic.game.ProposalEntry;
import nomic.game.RuleEntry;
import nomic.law.Kind;
import nomic.law.RuleStatus;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A text of which voters are to be told what it does.
 *
 * @param kind null where it is a rule, or code without a proposal
 * @param target the rule that would be changed, or null
 * @param players the names of all players of the game
 */
public record Draft(
        @Nullable Kind kind,
        String title,
        String prose,
        String code,
        Attachments attachments,
        @Nullable Target target,
        SortedSet<String> players) {
    /**
     * The rule that a proposal would change.
     *
     * @param number its present number
     * @param calls the methods of {@code law} that its code calls
     */
    public record Target(int number, String code, Set<String> calls) {}

    /** A proposal of a game. */
    public static Draft of(GameState state, ProposalEntry proposal) {
        RuleEntry rule = state.rulebook().get(proposal.target());
        Target target =
                rule == null || rule.status() == RuleStatus.REPEALED
                        ? null
                        : new Target(rule.number(), rule.text().code(), rule.text().calls());
        return new Draft(
                proposal.kind(),
                proposal.title(),
                proposal.prose(),
                proposal.code(),
                proposal.attachments(),
                target,
                new TreeSet<>(state.players().keySet()));
    }

    /** A rule of a game. */
    public static Draft of(GameState state, RuleEntry rule) {
        return new Draft(
                null,
                rule.text().title(),
                rule.text().prose(),
                rule.text().code(),
                rule.text().attachments(),
                null,
                new TreeSet<>(state.players().keySet()));
    }

    /** Words and code without a game. */
    public static Draft of(String title, String prose, String code) {
        return new Draft(
                null, title, prose, code, Attachments.NONE, null, Collections.emptySortedSet());
    }

    /** The same with what its sentences expand to; with its own code where that is empty. */
    public Draft expanded(String expansion) {
        return expansion.isEmpty()
                ? this
                : new Draft(kind, title, prose, expansion, attachments, target, players);
    }

    /** Whether its own code takes effect when it is adopted. */
    boolean bringsCode() {
        return kind == null || kind == Kind.ENACT || kind == Kind.AMEND;
    }
}
