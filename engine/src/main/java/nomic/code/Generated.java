package nomic.code;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Drools makes of the code of a rule, before it is metered.
 *
 * @param classes class files by internal name
 * @param java the Java of which they are compiled, by the name of its file in the package
 */
public record Generated(SortedMap<String, byte[]> classes, SortedMap<String, String> java) {
    public Generated {
        classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
        java = Collections.unmodifiableSortedMap(new TreeMap<>(java));
    }

    /** Only what it takes to load the rule. */
    public Generated withoutJava() {
        return new Generated(classes, new TreeMap<>());
    }

    /** The size of all files. */
    long bytes() {
        return classes.values().stream().mapToLong(file -> file.length).sum()
                + java.values().stream().mapToLong(String::length).sum();
    }

    /** What is made for the package of a rule, of what a build makes for several. */
    static Generated of(int ruleId, Map<String, byte[]> classes, Map<String, String> java) {
        String folder = RulePackage.folder(ruleId);
        var own = new TreeMap<String, String>();
        java.forEach(
                (file, text) -> {
                    if (file.startsWith(folder)) {
                        own.put(file.substring(folder.length()), text);
                    }
                });
        var files = new TreeMap<>(classes);
        files.keySet().removeIf(name -> !name.startsWith(folder));
        return new Generated(files, own);
    }
}
