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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Looks ahead while the adoption of proposals is judged: the command is decided as if no rule knew
 * of an outlook, and the game that comes of it is played on until a change is adopted. Where that
 * takes more than the budget of a command, nothing is said against the proposals.
 */
final class Foresight {
    private static final int MOST_TRIES = 8;

    private final Rulebooks rulebooks;
    private final Kernel kernel;
    private final GameState before;
    private final Envelope envelope;
    private final List<Suspension> suspensions;
    private @Nullable String obstacle;

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

    /** What stands against any further change; empty where nothing does. */
    private String obstacle() {
        if (obstacle == null) {
            obstacle = lookAhead();
        }
        return obstacle;
    }

    private String lookAhead() {
        Meter meter = Meters.of(before.limits());
        String found =
                unlessUnclear(
                        meter,
                        () -> {
                            Decided adopting = changed(before, envelope, suspensions, meter);
                            return PlayAhead.adopts(adopting, 0) ? playOn(adopting, meter) : "";
                        });
        return found == null ? "" : found;
    }

    /**
     * What stands against any further change after a command; empty where nothing does, null where
     * the budget of a command is too small to find it out.
     */
    @Nullable String obstacleAfter(Decided adopting) {
        Meter meter = Meters.of(before.limits());
        return unlessUnclear(meter, () -> playOn(adopting, meter));
    }

    private String playOn(Decided adopting, Meter meter) {
        return new PlayAhead(adopting, new Ahead(meter)).obstacle();
    }

    private static @Nullable String unlessUnclear(Meter meter, Callable<String> look) {
        try {
            return MeteredThread.under(meter, look);
        } catch (LimitExceeded | PlayAhead.Unclear _) {
            return null;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Cannot look ahead", e);
        }
    }

    /** On a shared base, which a command leaves by which a change takes effect. */
    private final class Ahead implements PlayAhead.Table {
        private final Meter meter;

        Ahead(Meter meter) {
            this.meter = meter;
        }

        @Override
        public @Nullable Decided decide(GameState state, Envelope next) {
            return Foresight.this.decide(state, next, List.of(), false, meter);
        }

        @Override
        public Decided decideWithChanges(GameState state, Envelope next) {
            return changed(state, next, List.of(), meter);
        }
    }

    private Decided changed(GameState state, Envelope next, List<Suspension> known, Meter meter) {
        Decided decided = decide(state, next, known, true, meter);
        if (decided == null) {
            throw new PlayAhead.Unclear();
        }
        return decided;
    }

    /** Null where it needs a base of its own. */
    private @Nullable Decided decide(
            GameState state, Envelope next, List<Suspension> known, boolean ownBase, Meter meter) {
        var out = new ArrayList<Suspension>(known);
        for (int i = 0; i < MOST_TRIES; i++) {
            var attempt = new Attempt(rulebooks, kernel, state, next, out, ownBase, meter, false);
            switch (attempt.run()) {
                case Attempt.Result.Finished(Decided decided) -> {
                    return decided;
                }
                case Attempt.Result.NeedsOwnBase() -> {
                    return null;
                }
                case Attempt.Result.Broke broke -> out.add(broke.suspension());
            }
        }
        throw new PlayAhead.Unclear();
    }
}
