package nomic.session;

import nomic.code.LimitExceeded;
import nomic.code.Meter;
import nomic.code.MeteredThread;
import nomic.game.Decided;
import nomic.game.Envelope;
import nomic.game.GameState;
import nomic.game.ProposalEntry;
import nomic.law.Kind;
import nomic.law.Outlook;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * Looks ahead while the adoption of proposals is judged: the command is decided as if no rule knew
 * of an outlook, and the game that comes of it is played on until a change is adopted. Where that
 * takes more than the budget of a command, nothing is said against the proposals.
 */
final class Foresight {
    private final Rulebooks rulebooks;
    private final Kernel kernel;
    private final GameState before;
    private final Envelope envelope;
    private final List<Suspension> suspensions;
    private @Nullable String obstacle;
    private boolean looked;

    Foresight(
            Rulebooks rulebooks,
            Kernel kernel,
            GameState before,
            Envelope envelope,
            List<Suspension> suspensions) {
        this.rulebooks = rulebooks;
        this.kernel = kernel;
        this.before = before;
        this.envelope = envelope;
        this.suspensions = suspensions;
    }

    /** The outlook of each of these proposals. */
    List<Outlook> of(List<Integer> proposals) {
        return proposals.stream()
                .map(number -> new Outlook(number, obstacle().isEmpty(), obstacle()))
                .toList();
    }

    /** The proposals that are to be adopted and change what rules do. */
    static List<Integer> proposals(List<Asked<Ask>> asks, GameState now) {
        return asks.stream()
                .map(Asked::ask)
                .filter(Ask.Adopt.class::isInstance)
                .map(Ask.Adopt.class::cast)
                .map(adopt -> now.proposals().get(adopt.proposal()))
                .filter(proposal -> proposal != null && changesTheProgram(proposal))
                .map(ProposalEntry::number)
                .distinct()
                .toList();
    }

    private static boolean changesTheProgram(ProposalEntry proposal) {
        return proposal.kind() != Kind.ENACT || !proposal.code().isBlank();
    }

    /** What stands against any further change; empty where nothing is known. */
    private String obstacle() {
        if (!looked) {
            looked = true;
            obstacle = lookAhead();
        }
        return obstacle == null ? "" : obstacle;
    }

    /** What was found; null where nobody has looked, or in vain. */
    @Nullable String found() {
        return obstacle;
    }

    private @Nullable String lookAhead() {
        return unlessUnclear(
                fork -> {
                    Decided adopting = fork.decide(before, envelope, suspensions);
                    return PlayAhead.adopts(adopting, 0) ? playOn(adopting, fork) : "";
                });
    }

    /**
     * What stands against any further change after a command; empty where nothing does, null where
     * the budget of a command is too small to find it out.
     */
    @Nullable String obstacleAfter(Decided adopting) {
        return unlessUnclear(fork -> playOn(adopting, fork));
    }

    private static String playOn(Decided adopting, TrialDecider fork) {
        return new PlayAhead(adopting, fork).obstacle();
    }

    private @Nullable String unlessUnclear(Function<TrialDecider, String> look) {
        Meter meter = Meters.of(before.limits());
        try {
            return MeteredThread.under(
                    meter, () -> look.apply(new TrialDecider(rulebooks, kernel, meter)));
        } catch (LimitExceeded | TrialDecider.Unclear _) {
            return null;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Cannot look ahead", e);
        }
    }
}
