package nomic.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a document: {@code yaml} is a scripted game, {@code drl NAME} a rule in code,
 * {@code dslr NAME} one in sentences, and {@code dsl NAME} what sentences stand for.
 */
record Listing(String info, String text) {
    private static final Pattern FENCED =
            Pattern.compile(
                    "^```((?:drl|dslr|dsl) \\S+|yaml)\n(.*?)^```$",
                    Pattern.MULTILINE | Pattern.DOTALL);

    static List<Listing> in(Path document) throws IOException {
        var listings = new ArrayList<Listing>();
        Matcher matcher = FENCED.matcher(Files.readString(document));
        while (matcher.find()) {
            listings.add(new Listing(matcher.group(1), matcher.group(2)));
        }
        return listings;
    }

    /** The lines of a document that look like code and that no test runs. */
    static List<String> unrun(Path document) throws IOException {
        String prose = FENCED.matcher(Files.readString(document)).replaceAll("\n");
        return prose.lines()
                .filter(line -> line.startsWith("```") || line.startsWith("    "))
                .toList();
    }

    boolean isScript() {
        return info.equals("yaml");
    }

    String name(int number) {
        return isScript() ? "script-" + number + ".yaml" : info.substring(info.indexOf(' ') + 1);
    }
}
