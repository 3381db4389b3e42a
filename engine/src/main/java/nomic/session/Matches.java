package nomic.session;

import nomic.code.Texts;
import nomic.game.Cause;
import nomic.game.RuleEntry;
import nomic.law.EventFact;
import nomic.law.Move;

import org.drools.core.common.InternalFactHandle;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Names matches by their facts, shows them in causes, and knows which rest on a passing fact. */
final class Matches {
    /** The key that names a fact, and what is shown of it in causes. */
    private record Named(
            String key,
            boolean passing,
            Secrecy.@Nullable Source source,
            Supplier<Map<String, Object>> shown) {}

    private static final int LONGEST_SHOWN = 100;

    private final Map<FactHandle, Named> names = new HashMap<>();
    private final Secrecy secrecy;

    Matches(Secrecy secrecy) {
        this.secrecy = secrecy;
    }

    void name(FactHandle handle, String key, Object fact) {
        boolean passing = fact instanceof EventFact || fact instanceof Move;
        names.put(handle, new Named(key, passing, Secrecy.source(key, fact), () -> shown(fact)));
    }

    private static Map<String, Object> shown(Object fact) {
        return fact instanceof Record kernel
                ? Facts.shown(kernel)
                : Map.of("type", fact.getClass().getSimpleName());
    }

    void nameOwn(FactHandle handle, String key, String type, Map<String, ?> fields) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("type", type);
        fields.forEach(
                (field, value) -> {
                    if (value != null) {
                        shown.put(field, value);
                    }
                });
        names.put(handle, new Named(key, false, ownSource(handle, key), () -> shown));
    }

    /** A fact that gets its key is the one that causes have described before. */
    private Secrecy.Source ownSource(FactHandle handle, String key) {
        Named before = names.get(handle);
        if (before == null || before.source() == null) {
            return Secrecy.ownSource(key);
        }
        before.source().rename(key);
        return before.source();
    }

    /** The name of a fact. */
    String key(FactHandle handle) {
        Named named = names.get(handle);
        return named == null ? value(handle) : named.key();
    }

    void forget(FactHandle handle) {
        names.remove(handle);
    }

    static int ruleId(Match match) {
        return Base.ruleId(match.getRule().getPackageName());
    }

    MatchInHand inHand(Match match, RuleEntry rule) {
        var shown = new ArrayList<Map<String, Object>>();
        for (FactHandle handle : match.getFactHandles()) {
            Named named = names.get(handle);
            if (named != null) {
                Map<String, Object> description = named.shown().get();
                secrecy.describe(description, named.source());
                shown.add(description);
            }
        }
        String name = match.getRule().getName();
        return new MatchInHand(
                rule.id(),
                new Cause.ByRule(rule.number(), rule.revision(), name, shown),
                key(match));
    }

    /** Names the combination of facts of a match. */
    String key(Match match) {
        var key = new StringBuilder();
        for (FactHandle handle : match.getFactHandles()) {
            key.append(key(handle)).append('|');
        }
        return key.toString();
    }

    boolean passing(Match match) {
        for (FactHandle handle : match.getFactHandles()) {
            Named named = names.get(handle);
            if (named != null && named.passing()) {
                return true;
            }
        }
        return false;
    }

    /** What an accumulate or from found: plain values only, and nothing of a rule is called. */
    private String value(FactHandle handle) {
        return handle instanceof InternalFactHandle internal ? value(internal.getObject()) : "";
    }

    private static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text when text.length() > LONGEST_SHOWN ->
                    text.length() + "#" + text.hashCode();
            case String text -> text;
            case Number number when number.getClass().getName().startsWith("java.") ->
                    number.toString();
            case Boolean truth -> truth.toString();
            case Collection<?> many -> "[" + many.size() + "]";
            default -> Texts.nameOf(value);
        };
    }
}
