package nomic.server.game;

import com.fasterxml.jackson.annotation.JsonInclude;

import nomic.code.Built;
import nomic.code.Diagnostic;
import nomic.code.RuleCompiler;
import nomic.game.Attachments;
import nomic.game.Command;
import nomic.game.GameState;
import nomic.law.Kind;
import nomic.log.GameId;
import nomic.reading.Draft;
import nomic.reading.Flag;
import nomic.reading.Flags;
import nomic.reading.Reading;
import nomic.sentence.SentenceCompiler;
import nomic.sentence.Sentences;
import nomic.server.web.Answer;
import nomic.server.web.Body;
import nomic.server.web.Problem;
import nomic.server.web.ProblemType;
import nomic.server.web.Request;
import nomic.server.web.Route;
import nomic.server.work.Workers;
import nomic.session.KnownSentences;
import nomic.session.RuleLinks;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Checks rules that are not proposed, and lists the sentences that they can be written in. */
public final class CheckRoutes {
    static final Problem BUSY =
            ProblemType.BUSY
                    .because("Many rules are being checked just now.")
                    .withHeader("Retry-After", "2");

    private static final int LONGEST_ID = 100;

    private final RuleCompiler compiler;
    private final Workers workers;
    private final Sight sight;
    private final DraftTests tests;
    private final KnownSentences sentences = new KnownSentences();

    public CheckRoutes(RuleCompiler compiler, Workers workers, Sight sight, DraftTests tests) {
        this.compiler = compiler;
        this.workers = workers;
        this.sight = sight;
        this.tests = tests;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/v1/check", this::check),
                Route.get("/api/v1/sentences", this::sentences));
    }

    /**
     * The answer, also of {@code nomic check --json}.
     *
     * @param expansion the code that sentences expand to; left out where there is none
     * @param reading what the code does; none where it may not be loaded
     * @param flags what to look at twice; none where it may not be loaded
     */
    public record CheckView(
            boolean accepted,
            List<Diagnostic> diagnostics,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String expansion,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Reading reading,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Flag> flags) {
        static CheckView of(Built built) {
            return new CheckView(
                    built instanceof Built.Classes, built.diagnostics(), "", null, null);
        }

        public static CheckView of(SentenceCompiler.Checked checked) {
            return new CheckView(
                    checked.accepted(), checked.diagnostics(), checked.code(), null, null);
        }

        /** The same with what is wrong with its tests. */
        public CheckView tested(List<Diagnostic> failing) {
            if (failing.isEmpty()) {
                return this;
            }
            List<Diagnostic> all = new ArrayList<>(diagnostics);
            all.addAll(failing);
            return new CheckView(false, all, expansion, reading, flags);
        }

        /**
         * The same with a reading and with flags, where the code may be loaded.
         *
         * @param draft the code, and the words that come with it
         */
        public CheckView read(RuleCompiler compiler, Draft draft) {
            return accepted && compiler.compile(0, draft.code()) instanceof Built.Classes classes
                    ? new CheckView(
                            true,
                            diagnostics,
                            expansion,
                            Reading.of(classes.outline()),
                            Flags.of(draft.calling(classes.calls()), classes.outline()))
                    : this;
        }
    }

    /** The sentences that every game knows, or those that one game knows. */
    private Answer sentences(Request request) {
        String game = request.query("game");
        return Answer.ok(sentences.of(state(game == null ? "" : game, request)).all());
    }

    /** That of a game, else one without rules. */
    private GameState state(String game, Request request) {
        if (game.isEmpty()) {
            return GameState.NONE;
        }
        GameId id = Sight.id(game);
        if (id == null) {
            throw Refusals.noGameId(game).rejection();
        }
        return sight.of(id, request).state();
    }

    private static CheckView check(
            RuleCompiler compiler, Sentences known, String sentences, String dsl, String code) {
        return sentences.isBlank()
                ? CheckView.of(compiler.compile(0, code))
                : CheckView.of(new SentenceCompiler(compiler).check(known, sentences, dsl));
    }

    private Answer check(Request request) {
        Body body = request.json();
        String code = body.text("code", Moves.LONGEST_TEXT, "");
        String sentences = body.text("sentences", Moves.LONGEST_TEXT, "");
        String dsl = body.text("dsl", Moves.LONGEST_TEXT, "");
        if (!code.isBlank() && !sentences.isBlank()) {
            return Answer.problem(
                    ProblemType.BAD_ARGUMENT.because("'code' and 'sentences' exclude each other."));
        }
        GameState state = state(body.text("game", LONGEST_ID, ""), request);
        Sentences known = this.sentences.of(state);
        RuleCompiler inGame =
                source -> compiler.compile(RuleLinks.source(state, source.ruleId(), source.code()));
        String tests = body.text("tests", Moves.LONGEST_TEXT, "");
        Draft words =
                Draft.of(
                        body.text("title", Moves.LONGEST_TITLE, ""),
                        body.text("prose", Moves.LONGEST_TEXT, ""),
                        code,
                        state);
        var draft =
                new Command.Propose(
                        Kind.ENACT,
                        0,
                        words.title(),
                        words.prose(),
                        code,
                        new Attachments(sentences, dsl, tests));
        CheckView view =
                workers.inTurn(
                        () -> {
                            CheckView checked = check(inGame, known, sentences, dsl, code);
                            CheckView read =
                                    checked.read(inGame, words.expanded(checked.expansion()));
                            String runs =
                                    checked.expansion().isEmpty() ? code : checked.expansion();
                            return read.accepted()
                                    ? read.tested(this.tests.failing(state, draft, runs))
                                    : read;
                        });
        return view == null ? Answer.problem(BUSY) : Answer.ok(view);
    }
}
