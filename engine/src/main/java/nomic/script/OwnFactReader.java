package nomic.script;

import nomic.game.OwnFact;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Turns the YAML of a fact, such as {@code {Coin: {owner: ann, worth: 3}}}, into its data. */
record OwnFactReader(StepReader read) {
    OwnFact fact(int id, RuleTest.Facts facts, Node node) {
        return fact(id, facts::ruleOf, node);
    }

    OwnFact fact(int id, int rule, Node node) {
        return fact(id, _ -> rule, node);
    }

    private OwnFact fact(int id, ToIntFunction<String> rule, Node node) {
        Node.Mapping fact = read.mapping(node);
        if (fact.entries().size() != 1) {
            throw read.malformed(node, "This is no fact", "Write {Coin: {owner: ann}}.");
        }
        String type = fact.entries().keySet().iterator().next();
        var fields = new TreeMap<String, @Nullable Object>();
        read.mapping(read.member(fact, type))
                .entries()
                .forEach((field, value) -> fields.put(field, value(value)));
        return new OwnFact(id, rule.applyAsInt(type), type, fields);
    }

    private static Object value(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar.value();
            case Node.Sequence(int _, var items) -> {
                var values = new ArrayList<Object>();
                items.forEach(item -> values.add(value(item)));
                yield values;
            }
            case Node.Mapping(int _, Map<String, Node> entries) -> {
                var values = new TreeMap<String, Object>();
                entries.forEach((key, value) -> values.put(key, value(value)));
                yield values;
            }
        };
    }
}
