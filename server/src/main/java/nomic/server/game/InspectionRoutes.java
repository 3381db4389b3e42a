package nomic.server.game;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import nomic.code.RuleImports;
import nomic.code.RulePackage;
import nomic.game.GameState;
import nomic.game.RuleEntry;
import nomic.law.RuleStatus;
import nomic.log.Games.Snapshot;
import nomic.server.web.Answer;
import nomic.server.web.Json;
import nomic.server.web.ProblemType;
import nomic.server.web.Request;
import nomic.server.web.Route;
import nomic.session.Inspection;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;

/** The live rule base of a game: its rules as packages, and the facts in working memory. */
public final class InspectionRoutes {
    private static final int LONGEST_KEY = 300;
    private static final int LONGEST_PAGE = 1000;
    private static final int PAGE = 200;

    private final Sight sight;

    public InspectionRoutes(Sight sight) {
        this.sight = sight;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/games/{id}/rule-base", this::ruleBase),
                Route.get("/api/v1/games/{id}/facts", this::facts));
    }

    /**
     * @param version the hash of the rulebook: the same for the same revisions in force
     * @param state the hash of the whole state
     */
    private record RuleBaseView(
            String version, String state, long head, List<PackageView> packages) {}

    /**
     * A rule as the engine has it.
     *
     * @param imports the ids of the rules whose types it uses
     * @param calls the functions of {@code law} that it calls
     * @param facts how many of its own it keeps, asleep or not
     */
    private record PackageView(
            String name,
            int rule,
            int id,
            int revision,
            RuleStatus status,
            boolean code,
            SortedSet<Integer> imports,
            SortedSet<String> calls,
            long facts,
            long offers,
            long deadlines,
            RuleView.UsedView use) {}

    private Answer ruleBase(Request request) {
        Snapshot game = sight.at(request);
        GameState state = game.state();
        return Answer.ok(
                new RuleBaseView(
                        state.rulebookHash(),
                        state.hash(),
                        game.head(),
                        state.rulebook().values().stream()
                                .sorted(Comparator.comparingInt(RuleEntry::number))
                                .map(rule -> view(rule, game))
                                .toList()));
    }

    private static PackageView view(RuleEntry rule, Snapshot game) {
        GameState state = game.state();
        int id = rule.id();
        return new PackageView(
                RulePackage.of(id),
                rule.number(),
                id,
                rule.revision(),
                rule.status(),
                !rule.text().code().isBlank(),
                RuleImports.of(rule.text().code()),
                rule.text().calls(),
                state.facts().values().stream().filter(fact -> fact.rule() == id).count(),
                state.offers().values().stream().filter(offer -> offer.rule() == id).count(),
                state.deadlines().values().stream().filter(due -> due.rule() == id).count(),
                RuleView.used(game.use().get(id)));
    }

    /**
     * @param next the key to go on after; null where these are the last
     */
    private record FactsView(
            String version, long head, List<FactJson> facts, @Nullable String next) {}

    /**
     * @param rule the number of the rule to which it belongs; null where it belongs to none
     * @param hidden whether it is kept from who asks, and so has no fields
     */
    private record FactJson(
            String key,
            String type,
            @Nullable Integer rule,
            boolean asleep,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean hidden,
            JsonNode fields) {}

    private Answer facts(Request request) {
        Snapshot game = sight.at(request);
        GameState state = game.state();
        String type = request.query("type", LONGEST_KEY);
        String since = request.query("since", LONGEST_KEY);
        int rule = (int) request.query("rule", 0, Integer.MAX_VALUE, -1);
        int limit = (int) request.query("limit", 1, LONGEST_PAGE, PAGE);
        List<Inspection.Fact> all =
                Inspection.facts(state).stream()
                        .filter(fact -> type == null || fact.type().equals(type))
                        .filter(fact -> rule < 0 || state.numberOf(fact.rule()) == rule)
                        .toList();
        String viewer = sight.viewer(request);
        int first = since == null ? 0 : after(all, since);
        int last = Math.min(all.size(), first + limit);
        return Answer.ok(
                new FactsView(
                        state.rulebookHash(),
                        game.head(),
                        all.subList(first, last).stream()
                                .map(fact -> json(fact, state, viewer))
                                .toList(),
                        last == all.size() ? null : all.get(last - 1).key()));
    }

    private static int after(List<Inspection.Fact> facts, String key) {
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i).key().equals(key)) {
                return i + 1;
            }
        }
        throw ProblemType.BAD_PARAMETER
                .because("'since' names no fact that is there; begin again without it.")
                .rejection();
    }

    private static FactJson json(Inspection.Fact fact, GameState state, @Nullable String viewer) {
        boolean hidden = state.hides(fact.key(), viewer);
        return new FactJson(
                fact.key(),
                fact.type(),
                fact.rule() == 0 ? null : state.numberOf(fact.rule()),
                fact.asleep(),
                hidden,
                hidden ? Json.object() : Json.tree(fact.value()));
    }
}
