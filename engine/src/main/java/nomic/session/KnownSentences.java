package nomic.session;

import nomic.code.Diagnostic;
import nomic.code.Exports;
import nomic.game.Attachments;
import nomic.game.GameState;
import nomic.game.RuleEntry;
import nomic.sentence.Expansion;
import nomic.sentence.Sentences;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sentences that a game knows: the standard ones and those of rules in force. */
public final class KnownSentences {
    /** What each origin brings, and all of it together. */
    private record Known(Map<String, Brought> dsls, Sentences sentences) {}

    /** The sentences of a rule, and its code, which may declare what they are about. */
    private record Brought(int rule, String dsl, String code) {
        Sentences.Added to(Sentences sentences, String origin) {
            return sentences.with(origin, dsl, Exports.of(rule, code).targets());
        }
    }

    private static final String PROPOSAL = "this proposal";

    private volatile @Nullable Known last;

    /** What a text stands for in a game; {@code own} sentences are known beside its own. */
    Expansion expand(GameState state, int ruleId, Attachments own) {
        if (own.dsl().isBlank()) {
            return of(state).expand(own.sentences(), ruleId);
        }
        Sentences known = without(ruleId, state);
        return switch (known.with(PROPOSAL, own.dsl())) {
            case Sentences.Added.Fine(Sentences sentences) ->
                    sentences.expand(own.sentences(), ruleId);
            case Sentences.Added.Refused(var remarks) -> new Expansion.Refused(remarks);
        };
    }

    /** What is wrong with the sentences that a text brings. */
    List<Diagnostic> check(String dsl) {
        return Sentences.standard().with(PROPOSAL, dsl) instanceof Sentences.Added.Refused(var it)
                ? it
                : List.of();
    }

    /** All that a game knows. */
    public Sentences of(GameState state) {
        Map<String, Brought> dsls = dsls(state);
        Known known = last;
        if (known == null || !known.dsls().equals(dsls)) {
            known = new Known(dsls, together(dsls));
            last = known;
        }
        return known.sentences();
    }

    /** What a rule brings anew takes the place of what it has brought. */
    private Sentences without(int ruleId, GameState state) {
        RuleEntry rule = state.rulebook().get(ruleId);
        if (rule == null || rule.text().attachments().dsl().isBlank()) {
            return of(state);
        }
        Map<String, Brought> others = dsls(state);
        others.remove("rule " + rule.number());
        return together(others);
    }

    private static Map<String, Brought> dsls(GameState state) {
        var dsls = new LinkedHashMap<String, Brought>();
        for (RuleEntry rule : state.rulebook().values()) {
            String dsl = rule.text().attachments().dsl();
            if (rule.inForce() && !dsl.isBlank()) {
                dsls.put("rule " + rule.number(), new Brought(rule.id(), dsl, rule.text().code()));
            }
        }
        return dsls;
    }

    /** What cannot be read any more is left out. */
    private static Sentences together(Map<String, Brought> dsls) {
        Sentences sentences = Sentences.standard();
        for (var each : dsls.entrySet()) {
            if (each.getValue().to(sentences, each.getKey())
                    instanceof Sentences.Added.Fine(Sentences more)) {
                sentences = more;
            }
        }
        return sentences;
    }
}
