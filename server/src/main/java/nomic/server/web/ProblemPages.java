package nomic.server.web;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Where the types of problems lead: a page for each, and one with all, for people or as JSON. */
final class ProblemPages {
    private static final String LIST =
            """
            <h1>Problems</h1>
            <p>What can go wrong is answered with a problem document (RFC 9457). Its <code>type</code> is the address of one of these pages.</p>
            <table>
            <tr><th scope="col">type<th scope="col">status<th scope="col">title
            %s</table>
            """;
    private static final String ROW =
            """
            <tr><td><a href="%s"><code>%s</code></a><td>%d<td>%s
            """;
    private static final String ONE =
            """
            <h1>%s</h1>
            <p><code>%s</code>, status %d</p>
            <p>%s</p>
            <h2>What to do</h2>
            <p>%s</p>
            <p><a href="%s">All problems</a></p>
            """;

    private ProblemPages() {}

    static List<Route> routes() {
        return List.of(
                Route.get(
                                ProblemType.PATH,
                                request ->
                                        request.prefersJson()
                                                ? Answer.ok(
                                                        Arrays.stream(ProblemType.values())
                                                                .map(ProblemPages::json)
                                                                .toList())
                                                : list())
                        .as(Html.TYPE, Answer.JSON),
                Route.get(ProblemType.PATH + "/{type}", ProblemPages::one)
                        .as(Html.TYPE, Answer.JSON));
    }

    private static Answer one(Request request) {
        String word = request.path("type");
        ProblemType type =
                ProblemType.of(word)
                        .orElseThrow(
                                () ->
                                        ProblemType.UNKNOWN_PATH
                                                .because(
                                                        "There is no problem of the type "
                                                                + word
                                                                + "; all are listed at "
                                                                + ProblemType.PATH
                                                                + ".")
                                                .rejection());
        return request.prefersJson() ? Answer.ok(json(type)) : page(type);
    }

    private static ObjectNode json(ProblemType type) {
        return Json.object()
                .put("type", type.reference())
                .put("title", type.title())
                .put("status", type.status())
                .put("meaning", type.meaning())
                .put("nextStep", type.nextStep());
    }

    private static Answer list() {
        String rows =
                Arrays.stream(ProblemType.values())
                        .map(
                                type ->
                                        ROW.formatted(
                                                type.reference(),
                                                type.word(),
                                                type.status(),
                                                Html.text(type.title())))
                        .collect(Collectors.joining());
        return Html.page("Problems", LIST.formatted(rows));
    }

    private static Answer page(ProblemType type) {
        return Html.page(
                type.word(),
                ONE.formatted(
                        Html.text(type.title()),
                        type.reference(),
                        type.status(),
                        Html.text(type.meaning()),
                        Html.text(type.nextStep()),
                        ProblemType.PATH));
    }
}
