package nomic.preview;

import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.ProposalEntry;
import nomic.game.Recent;
import nomic.game.Refusal;
import nomic.session.Interpreter;
import nomic.session.Recording;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** Answers in this process. Safe for use by many threads. */
public final class ForkingPreviewer implements Previewer {
    private final Interpreter interpreter;

    public ForkingPreviewer(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    @Override
    public Preview preview(Question question) {
        var budget = new Budget();
        GameState game = question.recent().state();
        var fork =
                new Fork(
                        interpreter,
                        budget,
                        question.stopped(),
                        game,
                        last(question.recent()),
                        "preview");
        return switch (question.subject()) {
            case Subject.Open(int number) -> of(fork, budget, number, null);
            case Subject.Draft draft -> of(fork, budget, draft);
        };
    }

    private static Instant last(Recent recent) {
        return recent.commands().isEmpty()
                ? Instant.EPOCH
                : recent.commands().getLast().envelope().at();
    }

    /** Where the rules refuse the draft, what it would do is told as if it had been proposed. */
    private Preview of(Fork fork, Budget budget, Subject.Draft draft) {
        int number = fork.state().nextProposal();
        Refusal refusal = fork.move(draft.player(), draft.move());
        if (refusal == null) {
            return of(fork, budget, number, null);
        }
        Envelope envelope = fork.next(draft.player(), draft.move());
        switch (interpreter.record(fork.state(), envelope)) {
            case Recording.Refused(Refusal why) -> {
                return Told.refused(number, why, budget);
            }
            case Recording.Events(List<Event> events) -> fork.note(events);
        }
        return of(fork, budget, number, refusal);
    }

    private Preview of(Fork fork, Budget budget, int number, @Nullable Refusal refusal) {
        GameState before = fork.state();
        ProposalEntry proposal = fork.open(number);
        if (proposal == null) {
            throw new IllegalArgumentException("No open proposal " + number);
        }
        int mark = fork.events().size();
        Adoption adoption = new Ballots(fork, budget, number).play();
        var events = fork.events();
        var differences =
                new Differences(before, fork.state(), events.subList(mark, events.size()));
        return Told.of(proposal, refusal, adoption, differences, fork.isOver(), budget);
    }
}
