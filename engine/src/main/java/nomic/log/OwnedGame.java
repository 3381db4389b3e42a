package nomic.log;

import nomic.game.Canonical;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Envelope;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.Past;
import nomic.game.Seeds;
import nomic.game.Timekeeper;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A game from its takeover to the first sign that the log has gone on without this writer. Used by
 * one thread at a time; dropped after anything but a commit.
 */
final class OwnedGame {
    /** The kernel's own commands bear no player's name. */
    private static final String KERNEL = "";

    private final Parts parts;
    private final GameId game;
    private Tenure tenure;
    private Fold fold;
    private Timekeeper time = new Timekeeper();

    private OwnedGame(Parts parts, GameId game, Tenure tenure, Fold fold) {
        this.parts = parts;
        this.game = game;
        this.tenure = tenure;
        this.fold = fold;
    }

    static OwnedGame takeOver(Parts parts, GameId game) {
        Tenure tenure = parts.log().takeOver(game, parts.node());
        Fold fold = parts.folds().of(game);
        if (!fold.isAt(tenure)) {
            fold = parts.folds().fresh(game);
        }
        if (!fold.isAt(tenure)) {
            throw new IllegalStateException(
                    "The log of game %s has %d entries, but its head is at %d.\nMaybe %s"
                            .formatted(
                                    game,
                                    fold.position(),
                                    tenure.position(),
                                    "another process has taken it over, or rows are missing."));
        }
        return new OwnedGame(parts, game, tenure, fold);
    }

    Fold fold() {
        return fold;
    }

    /** Decides a command that was not decided before; what is due by then happens first. */
    Appended decide(String player, String id, Command command) {
        Instant at = now();
        time = new Timekeeper();
        Instant due;
        while ((due = time.stepBeforeMove(fold.state(), fold.at(), at)) != null) {
            Appended appended = passTime(due);
            if (!(appended instanceof Appended.Committed)) {
                return appended;
            }
        }
        return append(new Envelope(id, player, at, nextSeed(), command).backTo(past(command)));
    }

    /** The state that a command goes back to; null for any other, and where there is none. */
    private @Nullable Past past(Command command) {
        return command instanceof Command.Order.RollBack back && back.to() < fold.head()
                ? Fold.past(parts.log(), game, back.to())
                : null;
    }

    /** Lets happen by itself what is due first; null where nothing is. */
    @Nullable Appended passTime() {
        Instant due = time.step(fold.state(), fold.at(), now());
        return due == null ? null : passTime(due);
    }

    /** When time is to pass by itself, or null where nothing waits for it. */
    @Nullable Instant nextDue() {
        return time.next(fold.state());
    }

    private Appended passTime(Instant at) {
        String id = "time-" + (tenure.position() + 1);
        return append(new Envelope(id, KERNEL, at, nextSeed(), new Command.PassTime()));
    }

    private String nextSeed() {
        return fold.seed().isEmpty() ? parts.seeds().get() : Seeds.after(fold.seed());
    }

    /** The present, which is never before the last entry. */
    private Instant now() {
        Instant now = parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isBefore(fold.at()) ? fold.at() : now;
    }

    /** Decides what any reader of the log will read, so that it can be decided again. */
    private Appended append(Envelope envelope) {
        Envelope read = Canonical.read(Canonical.text(envelope), Envelope.class);
        Decided decided = parts.decider().decide(fold.state(), read);
        check(decided);
        Appended appended = parts.log().append(game, tenure, decided);
        if (appended instanceof Appended.Committed(Tenure next, Entry entry)) {
            tenure = next;
            fold = fold.then(entry);
            parts.feed().announce(game, next.head());
        }
        return appended;
    }

    private void check(Decided decided) {
        GameState folded =
                Evolution.evolve(
                        fold.state(), decided.events().stream().map(Occurrence::event).toList());
        if (!folded.hash().equals(decided.stateHash())) {
            throw new IllegalStateException(
                    "The events of command %s do not fold into the state that was decided"
                            .formatted(decided.envelope().id()));
        }
    }
}
