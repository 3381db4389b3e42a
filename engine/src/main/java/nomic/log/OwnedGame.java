package nomic.log;

import nomic.game.Canonical;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Envelope;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.GameStatus;
import nomic.game.Occurrence;
import nomic.game.Seeds;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A game from its takeover to the first sign that the log has gone on without this writer. Used by
 * one thread at a time; dropped after anything but a commit.
 */
final class OwnedGame {
    /** The kernel's own commands bear no player's name. */
    private static final String KERNEL = "";

    /** A rule that sets a deadline for this very moment, again and again, is held to this pace. */
    private static final Duration PACE = Duration.ofSeconds(1);

    private final Parts parts;
    private final GameId game;
    private Tenure tenure;
    private Fold fold;
    private Instant quietUntil = Instant.MIN;

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
        Instant at = time();
        if (isDue(at)) {
            Appended passed = passTime(at);
            if (!(passed instanceof Appended.Committed)) {
                return passed;
            }
        }
        return append(new Envelope(id, player, at, nextSeed(), command));
    }

    /** Lets happen what is due by itself; null where nothing is. */
    @Nullable Appended passTime() {
        Instant at = time();
        return isDue(at) && !at.isBefore(quietUntil) ? passTime(at) : null;
    }

    /** When time is to pass by itself, or null where nothing waits for it. */
    @Nullable Instant nextDue() {
        Instant deadline = deadline();
        return deadline == null || deadline.isAfter(quietUntil) ? deadline : quietUntil;
    }

    private Appended passTime(Instant at) {
        quietUntil = at.plus(PACE);
        String id = "time-" + (tenure.position() + 1);
        return append(new Envelope(id, KERNEL, at, nextSeed(), new Command.PassTime()));
    }

    private String nextSeed() {
        return fold.seed().isEmpty() ? parts.seeds().get() : Seeds.after(fold.seed());
    }

    private boolean isDue(Instant at) {
        Instant deadline = deadline();
        return deadline != null && !deadline.isAfter(at);
    }

    private @Nullable Instant deadline() {
        GameState state = fold.state();
        return state.status() == GameStatus.FINISHED ? null : state.firstDeadline();
    }

    /** The present, which is never before the last entry. */
    private Instant time() {
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
