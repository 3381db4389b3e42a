package nomic.server.game;

import com.fasterxml.jackson.annotation.JsonInclude;

import nomic.game.GameState;
import nomic.game.Revision;
import nomic.game.RuleEntry;
import nomic.game.Use;
import nomic.law.RuleStatus;
import nomic.log.Games.Snapshot;
import nomic.log.Total;
import nomic.server.web.ProblemType;
import nomic.server.web.Request;
import nomic.session.RuleLinks;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/**
 * A rule as clients see it.
 *
 * @param id its first number, for ever
 * @param importsFrom the numbers of the rules whose types its code imports
 * @param importedBy the numbers of the rules in force that import types from it
 * @param history all its texts, the oldest first
 */
record RuleView(
        int number,
        int id,
        String title,
        String prose,
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String sentences,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String dsl,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String tests,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> importsFrom,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> importedBy,
        boolean mutable,
        int revision,
        RuleStatus status,
        String hash,
        List<RevisionView> history,
        UsedView use) {
    /** What the rule has used in all commands so far; {@code time} in nanoseconds, measured. */
    record UsedView(
            long commands,
            long firings,
            long fuel,
            long bytes,
            long facts,
            long asks,
            long text,
            long time) {}

    /** One text of a rule; {@code proposal} is null for a founding rule. */
    record RevisionView(
            int revision,
            @Nullable Integer proposal,
            String title,
            String prose,
            String code,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String sentences,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String dsl,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String tests,
            String hash,
            @Nullable String suspended) {}

    /** All rules, in force or not, by their present number. */
    static List<RuleView> all(Snapshot game) {
        return game.state().rulebook().values().stream()
                .sorted(Comparator.comparingInt(RuleEntry::number))
                .map(rule -> of(rule, game))
                .toList();
    }

    /** The rule that has a number at present, else the rule whose first number it was. */
    static @Nullable RuleEntry find(GameState state, int number) {
        RuleEntry rule = state.rule(number);
        return rule == null ? state.rulebook().get(number) : rule;
    }

    /** The rule of the path parameter {@code number}; rejects a number that no rule has had. */
    static RuleEntry named(Request request, GameState state) {
        String number = request.path("number");
        RuleEntry rule =
                number.matches("[0-9]{1,9}") ? find(state, Integer.parseInt(number)) : null;
        if (rule == null) {
            throw ProblemType.UNKNOWN_RULE
                    .because("No rule of this game has or had the number " + number + ".")
                    .rejection();
        }
        return rule;
    }

    static RuleView of(RuleEntry rule, Snapshot game) {
        Revision text = rule.text();
        return new RuleView(
                rule.number(),
                rule.id(),
                text.title(),
                text.prose(),
                text.code(),
                text.attachments().sentences(),
                text.attachments().dsl(),
                text.attachments().tests(),
                numbers(RuleLinks.from(game.state(), text.code())),
                numbers(RuleLinks.to(game.state(), rule.id())),
                rule.mutable(),
                rule.revision(),
                rule.status(),
                text.hash(),
                rule.revisions().stream().map(RuleView::of).toList(),
                used(game.use().get(rule.id())));
    }

    private static List<Integer> numbers(List<RuleEntry> rules) {
        return rules.stream().map(RuleEntry::number).sorted().toList();
    }

    static UsedView used(@Nullable Total total) {
        Use use = total == null ? Use.NONE : total.use();
        return new UsedView(
                total == null ? 0 : total.commands(),
                use.firings(),
                use.fuel(),
                use.bytes(),
                use.facts(),
                use.asks(),
                use.text(),
                use.time());
    }

    private static RevisionView of(Revision text) {
        return new RevisionView(
                text.revision(),
                text.proposal() == 0 ? null : text.proposal(),
                text.title(),
                text.prose(),
                text.code(),
                text.attachments().sentences(),
                text.attachments().dsl(),
                text.attachments().tests(),
                text.hash(),
                text.suspended());
    }
}
