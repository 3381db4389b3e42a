package nomic.ruleset;

import nomic.game.Command;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Reads one ruleset from its files.
 *
 * @param above the rulesets that are based on this one, outermost first
 */
record RulesetReader(RulesetSource source, String name, List<String> above) {
    private static final String DRL = ".drl";
    private static final String SENTENCES = ".dslr";

    RulesetReader(RulesetSource source, String name) {
        this(source, name, List.of());
    }

    Ruleset read() {
        Manifest manifest = manifest();
        List<Command.FoundingRule> rules =
                files(manifest).values().stream().map(RuleFile::foundingRule).toList();
        return new Ruleset(name, manifest.title(), manifest.description(), rules);
    }

    /** The files of the rules by number, in the order of the manifest. */
    Map<Integer, RuleFile> files() {
        return files(manifest());
    }

    private Manifest manifest() {
        Manifest manifest =
                Manifest.read(path(Manifest.FILE), text(Manifest.FILE, "Add a manifest"));
        if (!manifest.name().equals(name)) {
            throw malformed(
                    "The manifest is of " + manifest.name(),
                    "The name is that of the folder: " + name + ".");
        }
        return manifest;
    }

    private Map<Integer, RuleFile> files(Manifest manifest) {
        Map<Integer, RuleFile> base = base(manifest.base());
        var files = new LinkedHashMap<Integer, RuleFile>();
        for (int number : manifest.rules()) {
            RuleFile file = has(number) ? null : base.get(number);
            if (files.put(number, file == null ? own(number, manifest.base()) : file) != null) {
                throw malformed(
                        "There are two rules " + number, "Delete one, or give it another number.");
            }
        }
        requireListed(manifest);
        return files;
    }

    private Map<Integer, RuleFile> base(@Nullable String base) {
        if (base == null) {
            return new TreeMap<>();
        }
        if (base.equals(name) || above.contains(base)) {
            throw malformed(
                    "The ruleset " + base + " would be its own base",
                    "Name another ruleset as base, or give every rule a file.");
        }
        if (source.text(base, Manifest.FILE) == null) {
            throw malformed(
                    "There is no ruleset " + base + " to be the base",
                    "Name one of " + source.names() + ".");
        }
        var above = new ArrayList<>(this.above);
        above.add(name);
        return new RulesetReader(source, base, above).files();
    }

    /** A file that the manifest does not list would be a rule that nobody plays by. */
    private void requireListed(Manifest manifest) {
        for (String file : source.files(name)) {
            boolean listed =
                    manifest.rules().stream().anyMatch(number -> namesOf(number).contains(file));
            if ((file.endsWith(DRL) || RuleFile.isInSentences(file)) && !listed) {
                throw new MalformedFile(
                        path(file),
                        0,
                        "The manifest lists no rule of this file",
                        "Add its number to the rules in "
                                + Manifest.FILE
                                + ", or delete the file; that of rule 7 is 7.drl or 7.dslr.");
            }
        }
    }

    private static List<String> namesOf(int number) {
        return List.of(number + DRL, number + SENTENCES);
    }

    /** The files of a rule that are there: one, or none where it comes from the base. */
    private List<String> present(int number) {
        List<String> present =
                namesOf(number).stream().filter(file -> source.text(name, file) != null).toList();
        if (present.size() > 1) {
            throw malformed(
                    "There are two rules " + number + ", in " + String.join(" and ", present),
                    "Delete one of the files, or give it another number.");
        }
        return present;
    }

    private boolean has(int number) {
        return !present(number).isEmpty();
    }

    private RuleFile own(int number, @Nullable String base) {
        List<String> present = present(number);
        String file = present.isEmpty() ? number + DRL : present.getFirst();
        String among = base == null ? "" : ", and no rule " + number + " in its base " + base;
        String hint = "Add the file, or take " + number + " out of the manifest";
        RuleFile read =
                RuleFile.read(
                        path(file),
                        text(file, among, hint),
                        Objects.requireNonNullElse(source.text(name, RuleFile.dslBeside(file)), ""),
                        Objects.requireNonNullElse(
                                source.text(name, RuleFile.testsBeside(file)), ""));
        if (read.foundingRule().number() != number) {
            String other = String.valueOf(read.foundingRule().number());
            throw new MalformedFile(
                    path(file),
                    1,
                    "The header says number: " + other,
                    "The file of rule " + other + " is " + other + ".drl or .dslr.");
        }
        return read;
    }

    private String text(String file, String hint) {
        return text(file, "", hint);
    }

    private String text(String file, String more, String hint) {
        String text = source.text(name, file);
        if (text == null) {
            throw new MalformedFile(path(file), 0, "There is no such file" + more, hint + ".");
        }
        return text;
    }

    private MalformedFile malformed(String problem, String hint) {
        return new MalformedFile(path(Manifest.FILE), 0, problem, hint);
    }

    private String path(String file) {
        return name + "/" + file;
    }
}
