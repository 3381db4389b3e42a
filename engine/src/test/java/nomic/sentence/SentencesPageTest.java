package nomic.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The list of sentences in the guide is made of the standard sentences. {@code
 * -Dnomic.sentences.write=true} writes it anew.
 */
final class SentencesPageTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide.md");
    private static final String BEGIN = "<!-- sentences: made by SentencesPageTest -->\n";
    private static final String END = "<!-- end of sentences -->\n";

    private static String list() {
        var list = new StringBuilder();
        String section = "";
        for (Sentence sentence : Sentences.standard().all()) {
            if (!sentence.section().equals(section)) {
                section = sentence.section();
                list.append("\n### ").append(section).append("\n\n");
            }
            list.append("- ").append(part(sentence)).append('`').append(sentence.text());
            list.append("`\n");
        }
        return list + "\n";
    }

    private static String part(Sentence sentence) {
        return switch (sentence.part()) {
            case WHEN -> "When ";
            case THEN -> "Then ";
            case WORDS -> "{" + sentence.stands() + "} ";
        };
    }

    @Test
    void the_guide_lists_all_sentences() throws IOException {
        String guide = Files.readString(GUIDE);
        int begin = guide.indexOf(BEGIN) + BEGIN.length();
        int end = guide.indexOf(END);
        if (Boolean.getBoolean("nomic.sentences.write")) {
            Files.writeString(GUIDE, guide.substring(0, begin) + list() + guide.substring(end));
        }
        assertThat(Files.readString(GUIDE))
                .as("docs/guide.md; run the test with -Dnomic.sentences.write=true")
                .contains(BEGIN + list() + END);
    }
}
