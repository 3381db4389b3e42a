package nomic.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds the blocks of docs/bots.md to be pieces of the bots. */
final class BotsPageTest {
    private static final Map<String, Path> BOTS =
            Map.of(
                    "python bot.py", Path.of("bots/python/bot.py"),
                    "js bot.mjs", Path.of("bots/javascript/bot.mjs"),
                    "java Bot.java", Path.of("bots/java/Bot.java"));
    private static final Pattern BLOCK =
            Pattern.compile("^```(\\w+ \\S+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void each_block_is_a_piece_of_a_bot() throws IOException {
        var shown = new TreeSet<String>();
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../docs/bots.md")));
        while (blocks.find()) {
            String bot = blocks.group(1);
            String piece = blocks.group(2);
            shown.add(bot);
            assertThat(BOTS).containsKey(bot);
            String program = Files.readString(BOTS.get(bot));
            assertThat(Stream.of(0, 4, 8).map(depth -> indented(piece, depth)))
                    .as("%s, which should be a piece of the %s", piece, bot)
                    .anyMatch(program::contains);
        }
        assertThat(shown).isEqualTo(BOTS.keySet());
    }

    private static String indented(String text, int depth) {
        return text.indent(depth).replaceAll("(?m)^ +$", "");
    }
}
