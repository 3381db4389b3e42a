package nomic.worker;

import nomic.code.Built;
import nomic.code.RuleCompiler;
import nomic.code.RuleSource;
import nomic.game.Decided;
import nomic.game.Decider;
import nomic.game.Envelope;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.StoppedRule;
import nomic.game.Undecidable;
import nomic.preview.BrokenTests;
import nomic.preview.Preview;
import nomic.preview.Previewer;
import nomic.preview.Question;
import nomic.preview.Tester;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Worker processes, some of which check rules and some decide commands. Safe for use by many
 * threads. A rule that ends a worker is left out when the command is decided again.
 */
public final class Workforce implements Decider, RuleCompiler, Previewer, Tester, AutoCloseable {
    /** So many processes may end over one command before it is given up. */
    public static final int MOST_DEATHS = 3;

    private static final System.Logger LOGGER = System.getLogger(Workforce.class.getName());
    private static final int LONGEST_TRACE = 4_000;
    private static final int LIFETIME = 20_000;
    private static final int LIFETIME_OF_CHECKERS = 1_000;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Patience patience;
    private final Crew checkers;
    private final Crew deciders;
    private final CompiledCode compiled;

    /**
     * Starts the processes, which become ready in the background.
     *
     * @param folder for the folders of the processes
     * @param deciders how many processes decide
     * @param heapMegabytes the largest heap of each
     * @param rehearsal commands on no game, by which each process warms up
     */
    public Workforce(Path folder, int deciders, int heapMegabytes, List<Envelope> rehearsal) {
        this(folder, deciders, heapMegabytes, rehearsal, Patience.TO_DECIDE, Patience.TO_CHECK);
    }

    Workforce(
            Path folder,
            int deciders,
            int heapMegabytes,
            List<Envelope> rehearsal,
            Patience patience,
            Patience patienceToCheck) {
        this.patience = patience;
        var classPath = ClassPath.ofEngine(folder);
        this.checkers =
                new Crew(
                        new Launch(
                                classPath, folder.resolve("check"), heapMegabytes, _ -> unasked()),
                        new Induction(CompiledCode::warmUp),
                        Math.max(1, deciders / 2),
                        LIFETIME_OF_CHECKERS,
                        LONGEST_WAIT);
        this.compiled = new CompiledCode(checkers, patienceToCheck);
        this.deciders =
                new Crew(
                        new Launch(classPath, folder.resolve("decide"), heapMegabytes, compiled),
                        new Induction(worker -> warmUp(worker, rehearsal)),
                        deciders,
                        LIFETIME,
                        LONGEST_WAIT);
    }

    /** Decides in one process, and fails where that does. */
    static Decider in(Worker worker) {
        return (state, envelope) ->
                switch (ask(worker, state, state.hash(), envelope, Patience.TO_START)) {
                    case Reply.Said(FromWorker.Answer answer) -> decided(state, envelope, answer);
                    case Reply other -> throw new IllegalStateException(other.toString());
                };
    }

    private static void warmUp(Worker worker, List<Envelope> rehearsal) {
        Decider decider = in(worker);
        WarmUp.play(decider);
        rehearsal.forEach(envelope -> decider.decide(GameState.NONE, envelope));
    }

    private static Built unasked() {
        throw new IllegalStateException("Who checks needs no code");
    }

    @Override
    public Built compile(RuleSource source) {
        return compiled.compile(source);
    }

    /** Decides a command. The envelope of the answer names the rules that had to be stopped. */
    @Override
    public Decided decide(GameState state, Envelope envelope) {
        String stateHash = state.hash();
        Envelope asked = envelope;
        Death earlier = null;
        for (int deaths = 0; deaths < MOST_DEATHS; deaths++) {
            switch (ask(state, stateHash, asked)) {
                case Reply.Said(FromWorker.Answer answer) -> {
                    return decided(state, asked, answer);
                }
                case Reply.Said(FromWorker other) ->
                        throw unanswered("Cannot decide " + envelope.id(), other);
                case Reply.Died(Death death) -> {
                    StoppedRule culprit = death.culprit(state, asked.stopped(), earlier);
                    asked = culprit == null ? asked : asked.without(culprit);
                    earlier = death;
                }
            }
        }
        throw new Undecidable(
                "Its command %s ended %d processes one after another."
                        .formatted(envelope.id(), MOST_DEATHS));
    }

    /** Answers without the rules that end the process, as the command that adopts would. */
    @Override
    public Preview preview(Question question) {
        GameState state = question.recent().state();
        Question asked = question;
        Death earlier = null;
        for (int deaths = 0; deaths < MOST_DEATHS; deaths++) {
            switch (ask(asked)) {
                case Reply.Said(FromWorker.Previewed(Preview preview)) -> {
                    return preview;
                }
                case Reply.Said(FromWorker other) ->
                        throw unanswered("Cannot preview a change", other);
                case Reply.Died(Death death) -> {
                    StoppedRule culprit = death.culprit(state, asked.stopped(), earlier);
                    asked = culprit == null ? asked : asked.without(culprit);
                    earlier = death;
                }
            }
        }
        throw new Undecidable(
                "Its preview ended %d processes one after another.".formatted(MOST_DEATHS));
    }

    /** Sends nothing of the games but what tests depend on: their rulebooks and limits. */
    @Override
    public List<BrokenTests> broken(GameState before, GameState after, int rule) {
        var asked = new ToWorker.Test(anew(before), anew(after), rule);
        return switch (deciders.with(_ -> true, worker -> worker.ask(asked, patience))) {
            case Reply.Said(FromWorker.Tested(List<BrokenTests> broken)) -> broken;
            case Reply.Said(FromWorker other) -> throw unanswered("Cannot play tests", other);
            case Reply.Died _ -> throw new Undecidable("Its tests ended the process.");
        };
    }

    private static GameState anew(GameState state) {
        return state.startedAnew(state.master());
    }

    private Reply ask(Question question) {
        return deciders.with(
                _ -> true, worker -> worker.ask(new ToWorker.Preview(question), patience));
    }

    private static IllegalStateException unanswered(String what, FromWorker said) {
        if (said instanceof FromWorker.Failed(String why)) {
            LOGGER.log(System.Logger.Level.ERROR, () -> "A worker failed: " + plain(why));
            return new IllegalStateException(what);
        }
        return new IllegalStateException("A worker said " + said.getClass());
    }

    private Reply ask(GameState state, String stateHash, Envelope envelope) {
        return deciders.with(
                worker -> worker.remembers(stateHash),
                worker -> ask(worker, state, stateHash, envelope, patience));
    }

    /** Asks with the state only where the worker should not have it. */
    private static Reply ask(
            Worker worker,
            GameState state,
            String stateHash,
            Envelope envelope,
            Patience patience) {
        GameState sent = worker.remembers(stateHash) ? null : state;
        Reply reply = worker.ask(new ToWorker.Decide(stateHash, sent, envelope), patience);
        if (reply instanceof Reply.Said(FromWorker.NeedsState _)) {
            reply = worker.ask(new ToWorker.Decide(stateHash, state, envelope), patience);
        }
        if (reply instanceof Reply.Said(FromWorker.Answer answer)) {
            worker.remember(stateHash);
            worker.remember(answer.stateHash());
        }
        return reply;
    }

    /** A trace of the engine, and nothing else that a worker might write into the log. */
    private static String plain(String trace) {
        String plain = trace.replaceAll("[^\\w.$():/<> \\n-]", "?");
        return plain.substring(0, Math.min(plain.length(), LONGEST_TRACE));
    }

    private static Decided decided(GameState state, Envelope envelope, FromWorker.Answer answer) {
        GameState after =
                Evolution.evolve(state, answer.events().stream().map(Occurrence::event).toList());
        return new Decided(
                envelope,
                answer.outcome(),
                answer.events(),
                after,
                answer.rulebookHash(),
                answer.stateHash(),
                answer.use());
    }

    /** The processes that check rules. */
    public Roll checking() {
        return checkers.roll();
    }

    /** The processes that decide commands. */
    public Roll deciding() {
        return deciders.roll();
    }

    @Override
    public void close() {
        deciders.close();
        checkers.close();
    }
}
