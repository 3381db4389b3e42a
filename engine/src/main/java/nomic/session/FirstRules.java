package nomic.session;

import nomic.code.Diagnostic;
import nomic.code.RuleImports;
import nomic.game.Attachments;
import nomic.game.Command.CreateGame;
import nomic.game.Command.FoundingRule;
import nomic.game.Event;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.Refusal;
import nomic.sentence.Origins;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks the rules with which a game is founded, together: they know the sentences and the types of
 * one another. Those of another game come with the code that runs there, whatever has become of the
 * sentences that it stood for.
 */
final class FirstRules {
    private final RuleText texts;
    private final CreateGame create;
    private final Map<Integer, RuleText.Written.Code> written = new TreeMap<>();

    FirstRules(RuleText texts, CreateGame create) {
        this.texts = texts;
        this.create = create;
    }

    /**
     * @param state the state before there is a game
     */
    Prepared check(GameState state, String master) {
        Prepared wrong = numberedTwice();
        if (wrong == null) {
            wrong = write(state);
        }
        if (wrong != null) {
            return wrong;
        }
        var unchecked = new ArrayList<Event.Founded>();
        for (FoundingRule rule : create.rules()) {
            unchecked.add(Event.Founded.of(rule, code(rule).code(), Collections.emptySortedSet()));
        }
        GameState all = Evolution.evolve(state, created(master, unchecked));
        var checked = new TreeMap<Integer, Event.Founded>();
        for (FoundingRule rule : importedFirst()) {
            switch (texts.check(all, rule.permanentId(), code(rule))) {
                case RuleText.Result.Refused(Prepared why) -> {
                    return naming(rule, why);
                }
                case RuleText.Result.Fine(var code, var calls) ->
                        checked.put(rule.number(), Event.Founded.of(rule, code, calls));
            }
        }
        return new Prepared.Founding(
                created(
                        master,
                        create.rules().stream()
                                .map(rule -> Objects.requireNonNull(checked.get(rule.number())))
                                .toList()));
    }

    private @Nullable Prepared numberedTwice() {
        var numbers = new TreeSet<Integer>();
        var ids = new TreeSet<Integer>();
        for (FoundingRule rule : create.rules()) {
            if (rule.number() < 1 || !numbers.add(rule.number())) {
                return Prepared.bad(
                        "Two rules have the number " + rule.number() + ", or it is not positive.",
                        "Number the rules from 1, each once.");
            }
            int id = rule.permanentId();
            if (id < 1 || !ids.add(id)) {
                return Prepared.bad(
                        "Two rules have the id " + id + ", or it is not positive.",
                        "Give each rule an id of its own, or none.");
            }
        }
        return null;
    }

    /** Finds the code of all rules; what is wrong with one of them, or null. */
    private @Nullable Prepared write(GameState state) {
        String dsl =
                create.rules().stream()
                        .map(rule -> rule.attachments().dsl())
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining("\n"));
        for (FoundingRule rule : create.rules()) {
            switch (write(state, rule, dsl)) {
                case RuleText.Written.Refused(Prepared why) -> {
                    return naming(rule, why);
                }
                case RuleText.Written.Code code -> written.put(rule.number(), code);
            }
        }
        return null;
    }

    private RuleText.Written write(GameState state, FoundingRule rule, String dsl) {
        Attachments own = rule.attachments();
        return create.rulebookOf() != null
                ? new RuleText.Written.Code(rule.code(), Origins.none())
                : texts.write(
                        state,
                        rule.permanentId(),
                        rule.code(),
                        new Attachments(own.sentences(), dsl, own.tests()));
    }

    private RuleText.Written.Code code(FoundingRule rule) {
        return Objects.requireNonNull(written.get(rule.number()));
    }

    /** The rules in an order in which each comes after those from which it imports. */
    private Set<FoundingRule> importedFirst() {
        var byId = new TreeMap<Integer, FoundingRule>();
        create.rules().forEach(rule -> byId.put(rule.permanentId(), rule));
        var order = new LinkedHashSet<FoundingRule>();
        byId.keySet().forEach(id -> visit(id, byId, new TreeSet<>(), order));
        return order;
    }

    private void visit(
            int id, Map<Integer, FoundingRule> byId, Set<Integer> path, Set<FoundingRule> order) {
        FoundingRule rule = byId.get(id);
        if (rule == null || order.contains(rule) || !path.add(id)) {
            return;
        }
        RuleImports.of(code(rule).code()).forEach(used -> visit(used, byId, path, order));
        order.add(rule);
    }

    private Event.GameCreated created(String master, List<Event.Founded> rules) {
        return new Event.GameCreated(
                create.name(),
                create.ruleset(),
                master,
                rules,
                create.limits(),
                create.rulebookOf());
    }

    /** A refusal whose remarks say of which rule they are. */
    private static Prepared naming(FoundingRule rule, Prepared why) {
        return why instanceof Prepared.Refused(Refusal.Unchecked(List<Diagnostic> remarks))
                ? new Prepared.Refused(
                        new Refusal.Unchecked(
                                remarks.stream().map(remark -> naming(rule, remark)).toList()))
                : why;
    }

    private static Diagnostic naming(FoundingRule rule, Diagnostic remark) {
        return new Diagnostic(
                remark.severity(),
                remark.code(),
                remark.line(),
                remark.column(),
                "Rule " + rule.number() + ": " + remark.message(),
                remark.hint());
    }
}
