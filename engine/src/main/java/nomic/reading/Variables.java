package nomic.reading;

import nomic.code.Outline.Condition;
import nomic.code.Outline.Constraint;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the variables of a DRL rule are called: by what they are bound to, never by the name that
 * the author chose. Where two have one noun they are told apart by letters.
 */
final class Variables {
    private final Map<String, String> nouns = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    private Variables() {}

    static Variables of(List<Condition> conditions) {
        Variables variables = new Variables();
        conditions.forEach(variables::collect);
        variables.name();
        return variables;
    }

    /** What each variable is called. */
    Map<String, String> names() {
        return names;
    }

    /** Whether a variable has a letter, so that the reader must be told where it comes from. */
    boolean isLettered(String variable) {
        return !names.getOrDefault(variable, "the ").startsWith("the ");
    }

    private void collect(Condition condition) {
        String type = condition.type();
        String whole = condition.binding();
        if (!whole.isEmpty()) {
            put(whole, Words.noun(type));
        }
        condition.constraints().forEach(constraint -> collect(constraint, type, whole));
        switch (condition.form()) {
            case ACCUMULATE -> results(condition.text());
            case FACT, NOT, EXISTS, FORALL, ANY, ALL, COLLECT, FROM, EVAL -> {}
        }
        condition.parts().forEach(this::collect);
    }

    private void collect(Constraint constraint, String type, String whole) {
        if (!constraint.binding().isEmpty()) {
            boolean identity =
                    constraint.left().equals("this")
                            || constraint.left().equals(Words.IDENTITIES.get(type));
            if (identity && !whole.isEmpty()) {
                names.put(constraint.binding(), whole);
            } else {
                put(constraint.binding(), Words.noun(type, constraint.left()));
            }
        }
        constraint.parts().forEach(part -> collect(part, type, whole));
    }

    private void results(String functions) {
        for (String call : Values.parts(functions, ',')) {
            int colon = call.indexOf(" : ");
            if (colon > 0) {
                String function = call.substring(colon + 3).replaceAll("\\(.*", "");
                put(call.substring(0, colon), Words.result(function));
            }
        }
    }

    private void put(String variable, String noun) {
        nouns.putIfAbsent(variable, noun.matches("[\\w ]+") ? noun : "value");
    }

    private void name() {
        Map<String, String> sameAs = new LinkedHashMap<>(names);
        names.clear();
        Map<String, Integer> counts = new HashMap<>();
        nouns.values().forEach(noun -> counts.merge(noun, 1, Integer::sum));
        Map<String, Integer> given = new HashMap<>();
        nouns.forEach(
                (variable, noun) -> {
                    int nth = given.merge(noun, 1, Integer::sum);
                    names.put(
                            variable,
                            counts.getOrDefault(noun, 0) > 1
                                    ? noun + " " + letter(nth)
                                    : "the " + noun);
                });
        sameAs.forEach(
                (variable, whole) -> names.put(variable, names.getOrDefault(whole, "something")));
    }

    private static String letter(int nth) {
        return nth <= 26 ? String.valueOf((char) ('A' + nth - 1)) : String.valueOf(nth);
    }
}
