package nomic.code;

import java.util.Collections;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** From which other rules the code of a rule imports types. */
public final class RuleImports {
    private static final Pattern IMPORT =
            Pattern.compile("\\bimport\\s+nomic\\.rule\\.r(\\d{1,9})\\.(\\w+)");

    private RuleImports() {}

    /** The ids of those rules, whether they exist or not. */
    public static SortedSet<Integer> of(String code) {
        if (!code.contains("nomic.rule.r")) {
            return Collections.emptySortedSet();
        }
        var ids = new TreeSet<Integer>();
        var line = IMPORT.matcher(new SourceText(0, code).masked());
        while (line.find()) {
            ids.add(Integer.valueOf(line.group(1)));
        }
        return ids;
    }

    /** The id of the rule from which a code imports a type; empty where it does not. */
    public static OptionalInt ofType(String type, String code) {
        if (!code.contains("nomic.rule.r")) {
            return OptionalInt.empty();
        }
        return IMPORT.matcher(new SourceText(0, code).masked())
                .results()
                .filter(line -> line.group(2).equals(type))
                .mapToInt(line -> Integer.parseInt(line.group(1)))
                .findFirst();
    }
}
