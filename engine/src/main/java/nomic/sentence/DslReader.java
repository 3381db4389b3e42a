package nomic.sentence;

import nomic.code.Diagnostic;

import org.drools.drl.parser.lang.dsl.DSLMappingEntry;
import org.drools.drl.parser.lang.dsl.DSLTokenizedMappingFile;
import org.drools.drl.parser.lang.dsl.DefaultDSLMapping;
import org.drools.drl.parser.lang.dsl.DefaultExpander;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads DSLs. What a line may contain is checked first; then Drools reads the file and expands each
 * sentence once, with marks for its places.
 */
final class DslReader {
    static final int LONGEST = 32_000;
    static final int MOST_ENTRIES = 200;
    private static final String SECTION = "## ";
    private static final String MARK = "nomicplace";
    private static final String BEFORE_WHEN = "rule \"sentence\"\nwhen\n";
    private static final String AFTER_WHEN = "\nthen\nend\n";
    private static final String BEFORE_THEN = "rule \"sentence\"\nwhen\nthen\n";
    private static final String AFTER_THEN = "\nend\n";

    private DslReader() {}

    /** Reads a DSL of players or of a ruleset. */
    static Dsl read(String dsl, String origin) {
        if (dsl.length() > LONGEST) {
            return new Dsl.Refused(
                    List.of(
                            Remarks.error(
                                    Remarks.DSL,
                                    0,
                                    0,
                                    "The DSL has " + dsl.length() + " characters.",
                                    "At most " + LONGEST + " are allowed.")));
        }
        return read(dsl, origin, MOST_ENTRIES);
    }

    static Dsl read(String dsl, String origin, int most) {
        var lines = new ArrayList<DslLine>();
        var remarks = new ArrayList<Diagnostic>();
        int number = 0;
        String section = "";
        for (String text : dsl.lines().toList()) {
            number++;
            if (text.startsWith(SECTION)) {
                section = text.substring(SECTION.length()).strip();
            }
            if (text.isBlank() || text.startsWith("#") || text.startsWith("//")) {
                continue;
            }
            if (lines.size() == most) {
                remarks.add(
                        Remarks.error(
                                Remarks.DSL,
                                number,
                                0,
                                "There are more than " + most + " sentences.",
                                "Leave out some."));
                break;
            }
            switch (DslLine.of(text, number, section)) {
                case DslLine.Result.Fine(DslLine line) -> lines.add(line);
                case DslLine.Result.Wrong(Diagnostic remark) -> remarks.add(remark);
            }
        }
        if (!remarks.isEmpty()) {
            return new Dsl.Refused(remarks);
        }
        List<DSLMappingEntry> entries = entries(lines);
        return entries.size() == lines.size()
                ? forms(lines, entries, origin)
                : new Dsl.Refused(unread(lines));
    }

    /** The remarks on the lines that Drools does not read as one entry each. */
    private static List<Diagnostic> unread(List<DslLine> lines) {
        var remarks = new ArrayList<Diagnostic>();
        for (DslLine line : lines) {
            if (entries(List.of(line)).size() != 1) {
                remarks.add(
                        Remarks.error(
                                Remarks.DSL,
                                line.number(),
                                0,
                                "Drools cannot read this sentence.",
                                "Leave out marks such as # and [ from the code."));
            }
        }
        return remarks.isEmpty()
                ? List.of(Remarks.error(Remarks.DSL, 0, 0, "Drools cannot read the DSL.", ""))
                : remarks;
    }

    private static Dsl forms(List<DslLine> lines, List<DSLMappingEntry> entries, String origin) {
        var forms = new ArrayList<Form>();
        var remarks = new ArrayList<Diagnostic>();
        for (int i = 0; i < lines.size(); i++) {
            DslLine line = lines.get(i);
            boolean words = line.part() == Sentence.Part.WORDS;
            String code = expand(line, entries.get(i));
            if (code == null) {
                remarks.add(
                        Remarks.error(
                                Remarks.DSL,
                                line.number(),
                                0,
                                "Drools cannot expand this sentence.",
                                "Maybe its code holds the words of the sentence again: write the"
                                        + " code that they stand for."));
                continue;
            }
            var sentence =
                    new Sentence(
                            line.part(),
                            words ? line.kind().word() : "",
                            line.key(),
                            code,
                            line.section(),
                            origin);
            forms.add(Form.of(sentence, line.kind(), line.words()));
        }
        return remarks.isEmpty() ? new Dsl.Read(forms) : new Dsl.Refused(remarks);
    }

    /** As Drools reads them; none where it cannot. */
    private static List<DSLMappingEntry> entries(List<DslLine> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line.entry()).append('\n'));
        var file = new DSLTokenizedMappingFile();
        try {
            file.parseAndLoad(new StringReader(text.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<DSLMappingEntry> entries = file.getMapping().getEntries();
        return file.getErrors().isEmpty() ? entries : List.of();
    }

    /** The code of a sentence; null where Drools finds no end, or something else. */
    private static @Nullable String expand(DslLine line, DSLMappingEntry entry) {
        var mapping = new DefaultDSLMapping();
        mapping.addEntry(entry);
        var expander = new DefaultExpander();
        expander.addDSLMapping(mapping);
        boolean when = line.part() == Sentence.Part.WHEN;
        String before = when ? BEFORE_WHEN : BEFORE_THEN;
        String after = when ? AFTER_WHEN : AFTER_THEN;
        String text = expander.expand(before + marked(line) + after);
        if (expander.hasErrors() || !text.startsWith(before) || !text.endsWith(after)) {
            return null;
        }
        String code = text.substring(before.length(), text.length() - after.length());
        for (int i = line.words().size() - 1; i >= 0; i--) {
            code = code.replace(MARK + i + "x", line.words().get(i).written());
        }
        return code.strip();
    }

    /** The sentence with a mark in each place. */
    private static String marked(DslLine line) {
        String text = line.plainKey();
        for (int i = 0; i < line.words().size(); i++) {
            Token word = line.words().get(i);
            if (word.kind() == Token.Kind.PLACE) {
                text = text.replace(word.written(), MARK + i + "x");
            }
        }
        return text;
    }
}
