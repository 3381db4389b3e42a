package nomic.ruleset;

import nomic.game.Command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads one ruleset from its files. */
record RulesetReader(RulesetSource source, String name) {
    Ruleset read() {
        String file = path(Manifest.FILE);
        Manifest manifest = Manifest.read(file, text(Manifest.FILE, "Add a manifest"));
        if (!manifest.name().equals(name)) {
            throw new MalformedFile(
                    file,
                    0,
                    "The manifest is of " + manifest.name(),
                    "The name is that of the folder: " + name + ".");
        }
        return new Ruleset(name, manifest.title(), manifest.description(), rules(manifest));
    }

    private List<Command.FoundingRule> rules(Manifest manifest) {
        var rules = new ArrayList<Command.FoundingRule>();
        var seen = new HashSet<Integer>();
        for (int number : manifest.rules()) {
            if (!seen.add(number)) {
                throw new MalformedFile(
                        path(Manifest.FILE),
                        0,
                        "There are two rules " + number,
                        "Delete one, or give it another number.");
            }
            rules.add(rule(number));
        }
        return rules;
    }

    private Command.FoundingRule rule(int number) {
        String file = number + ".drl";
        String text = text(file, "Add the file, or take " + number + " out of the manifest");
        Command.FoundingRule rule = RuleFile.read(path(file), text).foundingRule();
        if (rule.number() != number) {
            throw new MalformedFile(
                    path(file),
                    1,
                    "The header says number: " + rule.number(),
                    "The file of rule " + rule.number() + " is " + rule.number() + ".drl.");
        }
        return rule;
    }

    private String text(String file, String hint) {
        String text = source.text(name, file);
        if (text == null) {
            throw new MalformedFile(path(file), 0, "There is no such file", hint + ".");
        }
        return text;
    }

    private String path(String file) {
        return name + "/" + file;
    }
}
