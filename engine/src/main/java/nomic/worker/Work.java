package nomic.worker;

import nomic.code.BlackBox;
import nomic.code.Built;
import nomic.code.Checker;
import nomic.code.RuleSource;
import nomic.game.Decided;
import nomic.game.GameState;
import nomic.log.Trace;
import nomic.preview.ForkingPreviewer;
import nomic.preview.Question;
import nomic.session.Interpreter;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;

/**
 * What a worker does with what it is asked. The thread that reads hands everything on, so that it
 * sees the end of the input while rules run.
 */
final class Work {
    private static final int STATES_KEPT = 16;

    private final Pipe pipe;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final SynchronousQueue<Built> code = new SynchronousQueue<>();
    private final Checker checker = new Checker();
    private final Interpreter interpreter = new Interpreter(new Checker(this::codeOfParent), 1);
    private final ForkingPreviewer previewer = new ForkingPreviewer(interpreter);
    private final Map<String, GameState> states = new LinkedHashMap<>(16, 0.75f, true);

    Work(Pipe pipe) {
        this.pipe = pipe;
    }

    /** Takes a question, which is answered later. */
    void take(ToWorker asked) {
        if (asked instanceof ToWorker.Code(Built built)) {
            put(built);
        } else {
            thread.execute(() -> answer(asked));
        }
    }

    private void put(Built built) {
        try {
            code.put(built);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(ToWorker asked) {
        BlackBox.begin();
        FromWorker said;
        try {
            said =
                    switch (asked) {
                        case ToWorker.Decide decide -> decide(decide);
                        case ToWorker.Compile(RuleSource source) ->
                                new FromWorker.Code(checker.compile(source));
                        case ToWorker.Preview(Question question) ->
                                new FromWorker.Previewed(previewer.preview(question));
                        case ToWorker.Test(GameState before, GameState after, int rule) ->
                                new FromWorker.Tested(previewer.broken(before, after, rule));
                        case ToWorker.Confine _ -> confine();
                        case ToWorker.Code _ -> throw new IllegalStateException("Not asked for");
                    };
        } catch (RuntimeException | Error e) {
            said = new FromWorker.Failed(Trace.of(e));
        }
        say(said);
    }

    private static FromWorker confine() {
        return switch (Confinement.enter()) {
            case Confinement.Result.Confined _ -> new FromWorker.Confined();
            case Confinement.Result.Unconfined(String why) -> new FromWorker.Unconfined(why);
        };
    }

    private FromWorker decide(ToWorker.Decide asked) {
        GameState state = asked.state() == null ? states.get(asked.stateHash()) : asked.state();
        if (state == null) {
            return new FromWorker.NeedsState();
        }
        Decided decided =
                interpreter.decide(state, asked.envelope(), () -> say(new FromWorker.TriesAgain()));
        keep(asked.stateHash(), state);
        keep(decided.stateHash(), decided.state());
        return new FromWorker.Answer(
                decided.outcome(),
                decided.events(),
                decided.rulebookHash(),
                decided.stateHash(),
                decided.use());
    }

    private void keep(String hash, GameState state) {
        states.put(hash, state);
        if (states.size() > STATES_KEPT) {
            states.remove(states.keySet().iterator().next());
        }
    }

    private Built codeOfParent(RuleSource source) {
        say(new FromWorker.NeedsCode(source));
        try {
            return code.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void say(FromWorker said) {
        try {
            pipe.send(said);
        } catch (IOException gone) {
            Runtime.getRuntime().halt(1);
        }
    }
}
