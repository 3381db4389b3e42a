package nomic.sentence;

import nomic.code.Diagnostic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expands one text, law by law and line by line. */
final class Expander {
    private static final int LONGEST = 16_000;
    private static final int LONGEST_CODE = 64_000;
    private static final int MOST_REMARKS = 20;
    private static final int MOST_STEPS = 400_000;
    private static final Pattern IMPORT = Pattern.compile("import\\s+([\\w.]+)\\s*;?");

    private final Sentences sentences;
    private final String own;
    private final Steps steps = new Steps(MOST_STEPS);
    private final Set<String> names = new HashSet<>();
    private final CodeText code = new CodeText();
    private final CodeText head = new CodeText();
    private final CodeText laws = new CodeText();
    private final Map<String, String> imports = new TreeMap<>();
    private final List<Diagnostic> remarks = new ArrayList<>();
    private int lines;

    /**
     * @param ruleId of the rule whose laws they are; 0 where there is none yet
     */
    Expander(Sentences sentences, int ruleId) {
        this.sentences = sentences;
        this.own = "nomic.rule.r" + ruleId + ".";
    }

    Expansion expand(String text) {
        if (text.length() > LONGEST) {
            return refused(
                    "too-long",
                    "The sentences have " + text.length() + " characters.",
                    "At most " + LONGEST + " are allowed.");
        }
        var reader = new DraftReader();
        reader.read(text);
        if (!reader.remarks().isEmpty()) {
            return new Expansion.Refused(reader.remarks());
        }
        for (Draft.Line line : reader.preamble()) {
            head.line(line.text(), line);
            Matcher named = IMPORT.matcher(line.text());
            if (named.matches()) {
                imports.put(Form.simpleName(named.group(1)), named.group(1));
            }
        }
        Set<String> written = Set.copyOf(imports.values());
        try {
            for (Draft draft : reader.drafts()) {
                law(draft);
            }
        } catch (Steps.Spent _) {
            return refused(
                    "too-complex",
                    "The sentences take too many steps to read.",
                    "Write shorter lines, or divide the rule.");
        }
        if (!remarks.isEmpty()) {
            return new Expansion.Refused(
                    remarks.subList(0, Math.min(MOST_REMARKS, remarks.size())));
        }
        Draft.Line first = reader.drafts().getFirst().when().getFirst();
        imports.values().stream()
                .filter(type -> !written.contains(type))
                .forEach(type -> code.line("import " + type + ";", first));
        code.add(head);
        code.add(laws);
        return code.length() > LONGEST_CODE
                ? refused(
                        "too-long",
                        "The sentences expand to " + code.length() + " characters.",
                        "At most " + LONGEST_CODE + " are allowed: divide the rule.")
                : code.finish();
    }

    private void law(Draft draft) {
        Draft.Line start = draft.when().getFirst();
        var named = new Named(sentences, Token.of(start.text(), start.column(), LONGEST));
        List<String> when = draft.when().stream().map(it -> line(it, true, named)).toList();
        List<String> then = draft.then().stream().map(it -> line(it, false, named)).toList();
        Draft.Line first = draft.when().getFirst();
        laws.line("rule \"" + unique(draft.name()) + "\"", draft.number(), 1);
        if (then.stream().anyMatch(Expander::isVerdict)) {
            laws.line("    agenda-group \"legality\"", first);
        }
        laws.line("when", first);
        for (int i = 0; i < when.size(); i++) {
            laws.block(when.get(i), draft.when().get(i));
        }
        laws.line("then", draft.then().getFirst());
        for (int i = 0; i < then.size(); i++) {
            laws.block(then.get(i), draft.then().get(i));
        }
        laws.line("end", draft.then().getLast());
    }

    /** The code of a line; empty where there is a remark on it. */
    private String line(Draft.Line line, boolean when, Named named) {
        lines++;
        if (line.text().startsWith(">")) {
            String raw = line.text().substring(1).strip();
            named.add(raw);
            return raw;
        }
        List<Token> tokens = Token.of(line.text(), line.column(), LONGEST);
        List<Form> forms = when ? sentences.when() : sentences.then();
        List<LineReader.Way> ways = new LineReader(sentences.words(), tokens, steps).ways(forms);
        if (ways.size() != 1) {
            if (remarks.size() < MOST_REMARKS) {
                var advice = new Advice(sentences, when, line, tokens);
                remarks.add(ways.isEmpty() ? advice.unknown() : advice.unclear(ways));
            }
            named.lose();
            return "";
        }
        LineReader.Way way = ways.getFirst();
        remarks.addAll(named.check(way, line));
        named.add(way);
        way.imports().forEach(type -> bring(type, line));
        return Variables.apart(way.code(), lines);
    }

    /** Imports a type that a sentence of another rule names. */
    private void bring(String type, Draft.Line line) {
        if (type.startsWith(own)) {
            return;
        }
        String other = imports.putIfAbsent(Form.simpleName(type), type);
        if (other != null && !other.equals(type)) {
            remarks.add(
                    Remarks.error(
                            "two-types",
                            line.number(),
                            line.column(),
                            "This sentence is about `%s`, and a line above about `%s`."
                                    .formatted(type, other),
                            "Use them in two rules, each with its own."));
        }
    }

    private static boolean isVerdict(String code) {
        return code.contains("law.forbid(")
                || code.contains("law.permit(")
                || code.contains("law.prevails(");
    }

    private String unique(String name) {
        String unique = name;
        for (int i = 2; !names.add(unique); i++) {
            unique = name + " (" + i + ")";
        }
        return unique;
    }

    private static Expansion refused(String code, String message, String hint) {
        return new Expansion.Refused(List.of(Remarks.error(code, 0, 0, message, hint)));
    }
}
