package nomic.preview;

import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.Recent;
import nomic.game.Refusal;
import nomic.session.Interpreter;
import nomic.session.Recording;

import java.time.Instant;
import java.util.List;

/** Answers in this process. Safe for use by many threads. */
public final class ForkingPreviewer implements Previewer, Tester {
    private final Interpreter interpreter;

    public ForkingPreviewer(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    @Override
    public Preview preview(Question question) {
        var budget = new Budget();
        Recent recent = question.recent();
        String name = "preview " + question.seed();
        var fork =
                new Fork(
                        interpreter,
                        budget,
                        question.stopped(),
                        recent.state(),
                        last(recent),
                        name);
        var look = new Look(interpreter, question, fork, budget);
        return switch (question.subject()) {
            case Subject.Open(int number) -> look.of(number, null);
            case Subject.Draft draft -> drafted(draft, fork, look);
        };
    }

    @Override
    public List<BrokenTests> broken(GameState before, GameState after, int rule) {
        return new CarriedTests(interpreter, new Budget()).play(before, after, rule);
    }

    private static Instant last(Recent recent) {
        Instant at = recent.at();
        return at == null ? Instant.EPOCH : at;
    }

    /**
     * Where the rules refuse the draft, what it would do is told as if it had been proposed. Where
     * they settle it at once, its effect includes that of proposing it.
     */
    private Preview drafted(Subject.Draft draft, Fork fork, Look look) {
        GameState before = fork.state();
        int number = before.nextProposal();
        Refusal refusal = fork.move(draft.player(), draft.move());
        if (refusal != null) {
            Envelope envelope = fork.next(draft.player(), draft.move());
            switch (interpreter.record(fork.state(), envelope)) {
                case Recording.Refused(Refusal why) -> {
                    return look.refused(number, why);
                }
                case Recording.Events(List<Event> events) -> fork.note(events);
            }
        }
        return fork.open(number) == null
                ? look.of(number, refusal, before, 0)
                : look.of(number, refusal);
    }
}
