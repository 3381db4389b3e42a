package nomic.reading;

import nomic.code.Outline.DrlRule;

import java.util.Locale;

/** Tells one DRL rule. */
final class Telling {
    private static final int LONGEST = 2_000;

    private final DrlRule rule;

    Telling(DrlRule rule) {
        this.rule = rule;
    }

    String text() {
        Conditions conditions = new Conditions(Variables.of(rule.conditions()));
        String deeds = new Acts(conditions.values()).of(rule.deeds());
        String text =
                rule.conditions().isEmpty()
                        ? "At once: " + deeds
                        : "When " + conditions.of(rule.conditions()) + ": " + deeds;
        String sentence = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST - 1) + "…";
    }
}
