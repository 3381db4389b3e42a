package nomic.server.game;

import nomic.code.RuleCompiler;
import nomic.server.game.TemplateView.FilledView;
import nomic.server.web.Answer;
import nomic.server.web.ProblemType;
import nomic.server.web.Request;
import nomic.server.web.Route;
import nomic.server.work.Workers;
import nomic.template.Filling;
import nomic.template.Template;
import nomic.template.Templates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The templates, and the rules that come of filling them in. Everybody may ask. */
public final class TemplateRoutes {
    private final Templates templates;
    private final RuleCompiler compiler;
    private final Workers workers;

    public TemplateRoutes(Templates templates, RuleCompiler compiler, Workers workers) {
        this.templates = templates;
        this.compiler = compiler;
        this.workers = workers;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/templates", _ -> list()),
                Route.get("/api/v1/templates/{name}", r -> Answer.ok(TemplateView.of(named(r)))),
                Route.post("/api/v1/templates/{name}/text", this::fill));
    }

    private Answer list() {
        return Answer.ok(
                Map.of("templates", templates.all().stream().map(TemplateView::of).toList()));
    }

    private Template named(Request request) {
        Template template = templates.find(request.path("name"));
        if (template == null) {
            throw ProblemType.UNKNOWN_TEMPLATE
                    .because("GET /api/v1/templates lists all of them.")
                    .rejection();
        }
        return template;
    }

    private Answer fill(Request request) {
        Template template = named(request);
        var values = new LinkedHashMap<String, String>();
        request.json().arguments("values").forEach((k, v) -> values.put(k, String.valueOf(v)));
        Answer answer = workers.inTurn(() -> answer(template, values));
        return answer == null ? Answer.problem(CheckRoutes.BUSY) : answer;
    }

    private Answer answer(Template template, Map<String, String> values) {
        return switch (templates.fill(template, values)) {
            case Filling.Text text ->
                    Answer.ok(FilledView.of(text, compiler.compile(0, text.code())));
            case Filling.Refused(var refusals) ->
                    Answer.problem(
                            ProblemType.BAD_ARGUMENT
                                    .because(
                                            refusals.getFirst().message()
                                                    + " "
                                                    + refusals.getFirst().hint())
                                    .with("refusals", refusals));
        };
    }
}
