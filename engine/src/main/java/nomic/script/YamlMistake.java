package nomic.script;

import nomic.ruleset.MalformedFile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a parser says of a text that is no YAML, in words for authors. */
final class YamlMistake {
    private static final Pattern PLACE = Pattern.compile("line (\\d{1,6}), column");

    private static final Pattern CLASSES = Pattern.compile("org\\.|com\\.");

    private YamlMistake() {}

    /**
     * @param about where it was found, if the message does not say
     */
    static MalformedFile of(String name, int about, String message) {
        int line = line(about, message);
        if (message.contains("TAB")) {
            return new MalformedFile(
                    name, line, "A tab stands where blanks indent", "Indent lines with blanks.");
        }
        if (message.endsWith("stands for another part")) {
            return new MalformedFile(
                    name, line, message, "Write the part out, or put a text with * in quotes.");
        }
        if (message.contains("mapping values are not allowed")) {
            return new MalformedFile(
                    name,
                    line,
                    "A colon stands in a text, or a line is indented otherwise than those beside"
                            + " it",
                    "Put a text with a colon in quotes, and indent lists evenly.");
        }
        if (message.contains("expected <block end>")) {
            return new MalformedFile(
                    name,
                    line,
                    "This line is indented otherwise than those beside it",
                    "Indent all items of a list evenly.");
        }
        if (message.contains("expected ',' or")) {
            return new MalformedFile(
                    name,
                    line,
                    "A brace or bracket is not closed, or a text with a colon, a comma or quotes"
                            + " in it has no quotes around it",
                    "Close what opens above, put single quotes around a text with \", or write it"
                            + " below a |.");
        }
        return new MalformedFile(
                name,
                line,
                "This is no YAML (" + said(message) + ")",
                "Quote texts that hold a colon, and indent lists evenly.");
    }

    /** The last place that a message names is that of the problem. */
    private static int line(int about, String message) {
        Matcher place = PLACE.matcher(message);
        int line = about;
        while (place.find()) {
            line = Integer.parseInt(place.group(1));
        }
        return line;
    }

    private static String said(String message) {
        if (message.contains("nesting depth")) {
            return "it is nested too deeply";
        }
        String first = message.lines().findFirst().orElse("");
        return CLASSES.matcher(first).find() ? "a name or a value is missing" : first;
    }
}
