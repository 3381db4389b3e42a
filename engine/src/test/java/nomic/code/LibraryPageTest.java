package nomic.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The page of what rule code may use is made of the lists that the checker reads. {@code
 * -Dnomic.library.write=true} writes it anew.
 */
class LibraryPageTest {
    private static final Path PAGE = Path.of("..", "docs", "library.md");
    private static final String HEAD =
            """
            # What of Java rule code may use

            All classes and members that the checker accepts, beside `law`, the facts and what the rule declares itself. What is not here is refused, with the nearest thing that is.
            Classes of `java.lang` need no import; write one for all others, such as `import java.util.List;`.

            The word before some members says what a call costs beyond its one step of fuel; [the guide](guide.md#limits) explains the units:

            | word | a call pays |
            |---|---|
            | *scans* | fuel for every element or character of the receiver and the arguments |
            | *searches* | the same, and for what is sought in a text, where it is long, its length for each place |
            | *copies* | what *scans* does, and bytes |
            | *appends* | fuel and bytes for the arguments |
            | *adds* | fuel for the arguments, bytes for one element |
            | *numbers* | fuel by digits, of which there may be 2,000 |
            | *capacity* | bytes for the size that is asked for |
            | *makes* | bytes for a small object |
            | *stages* | the same; a stream has at most 64 stages |
            | *keeps* | bytes for each element that is kept |
            | *views* | bytes for a view of a collection, of which few may lie on one another |
            | *wraps* | each call of the function that comes back |
            | *guarded* | in advance, for what the call is going to do |

            This page is made of the lists in `engine/src/main/resources/nomic/code/allow`; `LibraryPageTest` holds it to them.
            """;

    private static String page() {
        var page = new StringBuilder(HEAD);
        Map<String, List<Vocabulary.Entry>> byPackage =
                Vocabulary.ALLOWED.entries().values().stream()
                        .collect(
                                Collectors.groupingBy(
                                        entry -> entry.type().getPackageName(),
                                        TreeMap::new,
                                        Collectors.toList()));
        byPackage.forEach(
                (name, entries) -> {
                    page.append("\n## ").append(name).append('\n');
                    entries.stream()
                            .sorted(Comparator.comparing(LibraryPageTest::name))
                            .forEach(entry -> append(page, entry));
                });
        return page.toString();
    }

    private static String name(Vocabulary.Entry entry) {
        return entry.type()
                .getCanonicalName()
                .substring(entry.type().getPackageName().length() + 1);
    }

    private static void append(StringBuilder page, Vocabulary.Entry entry) {
        page.append("\n**").append(name(entry)).append("**");
        var notes = new ArrayList<String>();
        if (entry.subclass()) {
            notes.add("may be implemented");
        }
        if (entry.catchable()) {
            notes.add("may be caught");
        }
        if (entry.replacement() != null) {
            notes.add("in a fixed order, and paid for");
        }
        page.append(notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")").append('\n');
        Map<String, List<String>> byCharge = new TreeMap<>();
        for (String line : entry.lines()) {
            int gap = line.indexOf("  ");
            String charge = gap < 0 ? "" : line.substring(gap).strip().toLowerCase(Locale.ROOT);
            String member = gap < 0 ? line : line.substring(0, gap);
            String word = charge.equals("gathered") ? "guarded" : charge;
            byCharge.computeIfAbsent(word, _ -> new ArrayList<>()).add("`" + member + "`");
        }
        byCharge.forEach(
                (charge, members) ->
                        page.append(charge.isEmpty() ? "- " : "- *" + charge + "* ")
                                .append(String.join(", ", members))
                                .append('\n'));
    }

    @Test
    void the_page_says_what_the_lists_say() throws IOException {
        if (Boolean.getBoolean("nomic.library.write")) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE))
                .as("docs/library.md; run the test with -Dnomic.library.write=true")
                .isEqualTo(page());
    }
}
