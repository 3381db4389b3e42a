package nomic.session;

import nomic.code.Diagnostic;
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
    private record Known(Map<String, String> dsls, Sentences sentences) {}

    private static final String PROPOSAL = "this proposal";

    private volatile @Nullable Known last;

    /** What a text stands for in a game; {@code own} sentences are known beside its own. */
    Expansion expand(GameState state, Attachments own) {
        Sentences known = of(state);
        if (own.dsl().isBlank()) {
            return known.expand(own.sentences());
        }
        return switch (known.with(PROPOSAL, own.dsl())) {
            case Sentences.Added.Fine(Sentences sentences) -> sentences.expand(own.sentences());
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
        Map<String, String> dsls = dsls(state);
        Known known = last;
        if (known == null || !known.dsls().equals(dsls)) {
            known = new Known(dsls, together(dsls));
            last = known;
        }
        return known.sentences();
    }

    private static Map<String, String> dsls(GameState state) {
        var dsls = new LinkedHashMap<String, String>();
        for (RuleEntry rule : state.rulebook().values()) {
            String dsl = rule.text().attachments().dsl();
            if (rule.inForce() && !dsl.isBlank()) {
                dsls.put("rule " + rule.number(), dsl);
            }
        }
        return dsls;
    }

    /** What cannot be read any more is left out. */
    private static Sentences together(Map<String, String> dsls) {
        Sentences sentences = Sentences.standard();
        for (var each : dsls.entrySet()) {
            if (sentences.with(each.getKey(), each.getValue())
                    instanceof Sentences.Added.Fine(Sentences more)) {
                sentences = more;
            }
        }
        return sentences;
    }
}
