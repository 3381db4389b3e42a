package nomic.sentence;

import nomic.code.Diagnostic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Expands one text, law by law and line by line. */
final class Expander {
    private static final int LONGEST = 16_000;
    private static final int LONGEST_CODE = 64_000;
    private static final int MOST_REMARKS = 20;
    private static final int MOST_STEPS = 400_000;

    private final Sentences sentences;
    private final Steps steps = new Steps(MOST_STEPS);
    private final Set<String> names = new HashSet<>();
    private final CodeText code = new CodeText();
    private final List<Diagnostic> remarks = new ArrayList<>();
    private int lines;

    Expander(Sentences sentences) {
        this.sentences = sentences;
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
        code.line("rule \"" + unique(draft.name()) + "\"", draft.number(), 1);
        if (then.stream().anyMatch(Expander::isVerdict)) {
            code.line("    agenda-group \"legality\"", first);
        }
        code.line("when", first);
        for (int i = 0; i < when.size(); i++) {
            code.block(when.get(i), draft.when().get(i));
        }
        code.line("then", draft.then().getFirst());
        for (int i = 0; i < then.size(); i++) {
            code.block(then.get(i), draft.then().get(i));
        }
        code.line("end", draft.then().getLast());
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
        return Variables.apart(way.code(), lines);
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
