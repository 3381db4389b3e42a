package nomic.code;

import java.util.Set;

/** The one line that the engine puts before the author's first line. */
final class Prelude {
    private Prelude() {}

    /**
     * Package, imports and {@code law}. A type that the rule declares hides the one of {@code
     * nomic.law} with the same name.
     */
    static String of(int ruleId, Set<String> declared) {
        var line = new StringBuilder("package " + RulePackage.of(ruleId) + "; ");
        for (var name : KnownFacts.types().keySet()) {
            if (!declared.contains(name)) {
                line.append("import nomic.law.").append(name).append("; ");
            }
        }
        return line + "global nomic.law.Law law; agenda-group \"play\"\n";
    }
}
