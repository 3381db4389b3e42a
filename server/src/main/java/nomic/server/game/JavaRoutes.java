package nomic.server.game;

import nomic.code.Built;
import nomic.code.RuleCompiler;
import nomic.code.RulePackage;
import nomic.code.RuleSource;
import nomic.game.Revision;
import nomic.game.RuleEntry;
import nomic.log.Games.Snapshot;
import nomic.server.web.Answer;
import nomic.server.web.ProblemType;
import nomic.server.web.Request;
import nomic.server.web.Route;
import nomic.server.work.Workers;
import nomic.session.RuleLinks;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The Java that Drools generates from the code of a rule, for who wants to see what runs. */
public final class JavaRoutes {
    private final Sight sight;
    private final RuleCompiler compiler;
    private final Workers workers;

    public JavaRoutes(Sight sight, RuleCompiler compiler, Workers workers) {
        this.sight = sight;
        this.compiler = compiler;
        this.workers = workers;
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/v1/games/{id}/rules/{number}/java", this::java));
    }

    /**
     * The Java of one revision.
     *
     * @param hash of the text of the revision
     * @param name of the package
     * @param files the sources by the name of their file; none where the revision has no code
     */
    private record JavaView(
            int rule, int revision, String hash, String name, SortedMap<String, String> files) {}

    private Answer java(Request request) {
        Snapshot game = sight.of(request);
        RuleEntry rule = RuleView.named(request, game.state());
        Revision text = revision(rule, (int) request.query("revision", 1, 1_000_000, 0));
        if (text.code().isBlank()) {
            return Answer.ok(view(rule, text, new TreeMap<>()));
        }
        RuleSource source = RuleLinks.source(game.state(), rule.id(), text.code());
        return switch (workers.inTurn(() -> compiler.compile(source))) {
            case Built.Classes classes -> Answer.ok(view(rule, text, classes.generated().java()));
            case Built.Refused(var diagnostics) ->
                    Answer.problem(
                            ProblemType.CODE_DOES_NOT_CHECK
                                    .because(
                                            "Revision %d of rule %d fits the rules no more from"
                                                            .formatted(
                                                                    text.revision(), rule.number())
                                                    + " which it imports.")
                                    .with("diagnostics", diagnostics));
            case null -> Answer.problem(CheckRoutes.BUSY);
        };
    }

    private static JavaView view(RuleEntry rule, Revision text, SortedMap<String, String> files) {
        return new JavaView(
                rule.number(), text.revision(), text.hash(), RulePackage.of(rule.id()), files);
    }

    /** A revision by its number; the last for 0. */
    private static Revision revision(RuleEntry rule, int number) {
        return rule.revisions().stream()
                .filter(text -> text.revision() == (number == 0 ? rule.revision() : number))
                .findFirst()
                .orElseThrow(
                        () ->
                                ProblemType.UNKNOWN_RULE
                                        .because(
                                                "Rule %d has no revision %d; its last is %d."
                                                        .formatted(
                                                                rule.number(),
                                                                number,
                                                                rule.revision()))
                                        .rejection());
    }
}
