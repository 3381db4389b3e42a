package nomic.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of docs/ that is made of files; {@code -Dnomic.pages.write=true} writes it anew. */
record WrittenPage(String name) {
    /** Fails where the page in docs/ is another than this text. */
    void says(String text) throws IOException {
        Path file = Path.of("..", "docs", name);
        if (Boolean.getBoolean("nomic.pages.write")) {
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file))
                .as("docs/" + name + "; run the test with -Dnomic.pages.write=true")
                .isEqualTo(text);
    }
}
