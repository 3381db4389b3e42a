package nomic.server.game;

import nomic.game.Change;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.ProposalEntry;
import nomic.game.RuleEntry;
import nomic.game.Undecidable;
import nomic.log.Recorded;
import nomic.log.Trace;
import nomic.preview.BrokenTests;
import nomic.preview.Tester;
import nomic.server.work.Workers;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which tests of rules in force an open proposal would break. It is found out in the background
 * when a proposal is made or revised, and again when somebody looks at it under another rulebook.
 * What is known is kept for the last proposals. Safe for use by many threads.
 */
public final class Breakages {
    private static final System.Logger LOG = System.getLogger(Breakages.class.getName());
    private static final int KEPT = 500;

    private final Tester tester;
    private final Workers workers;
    private final Map<Key, List<BrokenTests>> known = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Key> underWay = new HashSet<>();

    /** Tests begin anew on a rulebook, so that nothing else of the game matters to them. */
    private record Key(String rulebook, int number, String hash) {}

    public Breakages(Tester tester, Workers workers) {
        this.tester = tester;
        this.workers = workers;
    }

    /** Begins to find out about the proposals that some events have brought. */
    void look(GameState state, List<Recorded> events) {
        for (Recorded recorded : events) {
            switch (recorded.occurrence().event()) {
                case Event.ProposalMade made -> look(state, made.proposal());
                case Event.ProposalRevised revised -> look(state, revised.proposal());
                default -> {}
            }
        }
    }

    private void look(GameState state, int number) {
        ProposalEntry proposal = state.proposals().get(number);
        if (proposal != null) {
            List<BrokenTests> _ = of(state, proposal);
        }
    }

    /** What is known of an open proposal; null while it is being found out, and of a closed one. */
    @Nullable List<BrokenTests> of(GameState state, ProposalEntry proposal) {
        if (!proposal.open() || isVoid(state, proposal)) {
            return null;
        }
        if (nobodyTests(state)) {
            return List.of();
        }
        var key = new Key(state.rulebookHash(), proposal.number(), proposal.hash());
        List<BrokenTests> found = find(key);
        if (found == null && begin(key)) {
            boolean queued =
                    workers.byAndBy(() -> findOut(key, state, Change.tried(state, proposal)));
            if (!queued) {
                end(key, null);
            }
        }
        return found;
    }

    private static boolean isVoid(GameState state, ProposalEntry proposal) {
        return proposal.target() != 0 && !state.rulebook().containsKey(proposal.target());
    }

    private static boolean nobodyTests(GameState state) {
        return state.rulebook().values().stream()
                .filter(RuleEntry::inForce)
                .allMatch(rule -> rule.text().attachments().tests().isBlank());
    }

    private void findOut(Key key, GameState before, GameState after) {
        List<BrokenTests> broken = null;
        try {
            broken = tester.broken(before, after, Tester.ALL);
        } catch (Undecidable e) {
            LOG.log(System.Logger.Level.INFO, () -> "Tests were left: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "Tests failed: " + Trace.of(e));
        } finally {
            end(key, broken);
        }
    }

    private synchronized @Nullable List<BrokenTests> find(Key key) {
        return known.get(key);
    }

    private synchronized boolean begin(Key key) {
        return underWay.add(key);
    }

    private synchronized void end(Key key, @Nullable List<BrokenTests> broken) {
        underWay.remove(key);
        if (broken != null) {
            known.put(key, broken);
        }
        if (known.size() > KEPT) {
            known.remove(known.keySet().iterator().next());
        }
    }
}
