package nomic.ruleset;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rulesets that a game can be created with. A ruleset is a folder {@code rulesets/<name>} with
 * a manifest {@code ruleset.yaml} and one file {@code <number>.drl} or {@code <number>.dslr} per
 * rule, but for those that it takes from its base; {@code rulesets/index} lists the names, one a
 * line.
 */
public final class Rulesets {
    /** The name of the ruleset that a game has when none is named. */
    public static final String STANDARD = "suber";

    private static final RulesetSource ON_CLASS_PATH = new RulesetSource.ClassPath("rulesets");

    private final SortedMap<String, Ruleset> byName;

    private Rulesets(SortedMap<String, Ruleset> byName) {
        this.byName = Collections.unmodifiableSortedMap(byName);
    }

    /** The rulesets on the class path; throws {@link MalformedFile}. */
    public static Rulesets onClassPath() {
        return read(ON_CLASS_PATH);
    }

    /** The rulesets of a folder; throws {@link MalformedFile}. */
    public static Rulesets in(Path folder) {
        return read(new RulesetSource.Folder(folder));
    }

    /**
     * The rules of a single ruleset as files, those of its base among them, which is looked for
     * beside the folder and on the class path; throws {@link MalformedFile}.
     */
    public static List<RuleFile> files(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!(absolute.getParent() instanceof Path parent)) {
            throw new MalformedFile(folder.toString(), 0, "This is no ruleset", "Name its folder.");
        }
        var source = new RulesetSource.Either(new RulesetSource.Folder(parent), ON_CLASS_PATH);
        String name = String.valueOf(absolute.getFileName());
        return List.copyOf(new RulesetReader(source, name).files().values());
    }

    private static Rulesets read(RulesetSource source) {
        var byName = new TreeMap<String, Ruleset>();
        for (String name : source.names()) {
            Ruleset ruleset = new RulesetReader(source, name).read();
            if (byName.put(name, ruleset) != null) {
                throw new MalformedFile(
                        "index", 0, "The ruleset " + name + " is listed twice", "Delete a line.");
            }
        }
        return new Rulesets(byName);
    }

    /** All rulesets by name. */
    public List<Ruleset> all() {
        return List.copyOf(byName.values());
    }

    /** The ruleset of a name, or null where there is none. */
    public @Nullable Ruleset find(String name) {
        return byName.get(name);
    }

    /** The ruleset of a name that is known to be there. */
    public Ruleset get(String name) {
        Ruleset ruleset = find(name);
        if (ruleset == null) {
            throw new IllegalArgumentException(
                    "There is no ruleset " + name + "; there are " + byName.keySet());
        }
        return ruleset;
    }
}
