package nomic.reading;

import nomic.code.Outline;
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
 * @param calls the methods of {@code law} that its code calls, as its class files show
 */
public record Draft(
        @Nullable Kind kind,
        String title,
        String prose,
        String code,
        Attachments attachments,
        @Nullable Target target,
        SortedSet<String> players,
        SortedSet<String> calls) {
    /**
     * The rule that a proposal would change.
     *
     * @param number its present number
     * @param calls the methods of {@code law} that its code calls
     * @param outline of its code; null while that has not been read
     */
    public record Target(
            int id, int number, String code, Set<String> calls, @Nullable Outline outline) {
        /** What can be said of its code. */
        Outline known() {
            return outline == null ? Outline.NONE : outline;
        }
    }

    /** A proposal of a game. */
    public static Draft of(GameState state, ProposalEntry proposal) {
        RuleEntry rule = state.rulebook().get(proposal.target());
        Target target =
                rule == null || rule.status() == RuleStatus.REPEALED
                        ? null
                        : new Target(
                                rule.id(),
                                rule.number(),
                                rule.text().code(),
                                rule.text().calls(),
                                null);
        return new Draft(
                proposal.kind(),
                proposal.title(),
                proposal.prose(),
                proposal.code(),
                proposal.attachments(),
                target,
                new TreeSet<>(state.players().keySet()),
                proposal.calls());
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
                new TreeSet<>(state.players().keySet()),
                rule.text().calls());
    }

    /** Words and code without a game. */
    public static Draft of(String title, String prose, String code) {
        return of(title, prose, code, GameState.NONE);
    }

    /** Words and code that somebody thinks of for a game. */
    public static Draft of(String title, String prose, String code, GameState state) {
        return new Draft(
                null,
                title,
                prose,
                code,
                Attachments.NONE,
                null,
                new TreeSet<>(state.players().keySet()),
                Collections.emptySortedSet());
    }

    /** The same with what its sentences expand to; with its own code where that is empty. */
    public Draft expanded(String expansion) {
        return expansion.isEmpty()
                ? this
                : new Draft(kind, title, prose, expansion, attachments, target, players, calls);
    }

    /** The same with what its class files call. */
    public Draft calling(SortedSet<String> called) {
        return new Draft(kind, title, prose, code, attachments, target, players, called);
    }

    /** The same with the outline of its target, where it has been read. */
    public Draft knowing(@Nullable Outline outline) {
        return target == null
                ? this
                : new Draft(
                        kind,
                        title,
                        prose,
                        code,
                        attachments,
                        new Target(
                                target.id(),
                                target.number(),
                                target.code(),
                                target.calls(),
                                outline),
                        players,
                        calls);
    }

    /** Whether its own code takes effect when it is adopted. */
    boolean bringsCode() {
        return kind == null || kind == Kind.ENACT || kind == Kind.AMEND;
    }
}
