package nomic.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A section of a page that is followed step by step in a shell. */
final class Walk {
    /** What the script prints before each step. */
    static final String MARK = "~~~ next step ~~~";

    private static final Pattern STEP =
            Pattern.compile(
                    "^```sh\n(.*?)^```\n(?:```(?:json)?\n(.*?)^```\n)?",
                    Pattern.MULTILINE | Pattern.DOTALL);
    private static final String ELLIPSIS = "…";

    private Walk() {}

    /**
     * Commands, and what they print according to the page.
     *
     * @param shown with an ellipsis for what is left out; one alone where nothing is shown
     */
    record Step(String commands, String shown) {}

    /** The steps of a section. */
    static List<Step> in(String page, String heading) {
        int begin = page.indexOf("\n" + heading + "\n");
        int end = page.indexOf("\n## ", begin + heading.length());
        var steps = new ArrayList<Step>();
        Matcher matcher = STEP.matcher(page.substring(begin, end));
        while (matcher.find()) {
            String shown = matcher.group(2);
            steps.add(new Step(matcher.group(1), shown == null ? ELLIPSIS : shown));
        }
        return steps;
    }

    /** All steps for one shell, which stops at the first command that fails. */
    static String script(List<Step> steps) {
        String begin = "set -eu\n";
        return steps.stream()
                .map(step -> "echo; echo '" + MARK + "'\n" + step.commands())
                .collect(Collectors.joining("", begin, ""));
    }

    /** What matches all that a page may stand for: ids and times are others each time. */
    static Pattern pattern(String shown) {
        return Pattern.compile(
                Arrays.stream(bare(shown).split(ELLIPSIS, -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*", "", "")),
                Pattern.DOTALL);
    }

    /** A text without spaces and line ends, in which all ids and times are the same. */
    static String bare(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("\\s", "");
    }
}
