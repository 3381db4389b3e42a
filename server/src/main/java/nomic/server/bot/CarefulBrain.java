package nomic.server.bot;

import nomic.game.Command;
import nomic.game.ProposalEntry;
import nomic.game.Undecidable;
import nomic.law.Choice;
import nomic.log.Games.Snapshot;
import nomic.preview.Preview;
import nomic.preview.Previewer;
import nomic.preview.Question;
import nomic.preview.Subject;
import nomic.server.game.Todo;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/**
 * Looks at what a change would do before it votes: it is against what costs it points, breaks a
 * rule, or ends the game without its victory, and for all else. Its other moves it makes by chance.
 */
final class CarefulBrain implements Brain {
    private static final long SEED = 1;

    private final Previewer previewer;
    private final Brain otherwise = new RandomBrain();

    /** Previews are dear: one at a time is worked out for all bots. */
    private final Semaphore turn = new Semaphore(1);

    CarefulBrain(Previewer previewer) {
        this.previewer = previewer;
    }

    @Override
    public List<Command> answers(Snapshot game, String self, Todo todo, RandomGenerator random) {
        Integer number = todo.proposal();
        ProposalEntry proposal = number == null ? null : game.state().proposals().get(number);
        if (todo.what() != Todo.What.VOTE || proposal == null || proposal.author().equals(self)) {
            return otherwise.answers(game, self, todo, random);
        }
        Choice choice = isGood(game, self, proposal.number()) ? Choice.FOR : Choice.AGAINST;
        return List.of(new Command.Vote(proposal.number(), choice, proposal.hash()));
    }

    private boolean isGood(Snapshot game, String self, int proposal) {
        turn.acquireUninterruptibly();
        try {
            var subject = new Subject.Open(proposal);
            return isGood(previewer.preview(new Question(game.recent(), subject, SEED)), self);
        } catch (Undecidable e) {
            return false;
        } finally {
            turn.release();
        }
    }

    /** Whether a change does somebody good. */
    static boolean isGood(Preview preview, String self) {
        if (preview.ends() || !preview.winners().isEmpty()) {
            return preview.winners().contains(self);
        }
        return preview.suspended().isEmpty() && gain(preview, self) >= 0;
    }

    private static long gain(Preview preview, String self) {
        return preview.points().stream()
                .filter(points -> points.player().equals(self))
                .mapToLong(points -> points.after() - points.now())
                .sum();
    }
}
