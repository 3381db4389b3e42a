package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The counterparts in docs/forerunners.md are calls that there are: {@link AuthorizationIT} holds
 * the table of permissions against the routes and frames of a server, and this against that table.
 */
final class ForerunnersTest {
    private static final Pattern CALL = Pattern.compile("`((?:GET|POST|DELETE|WS) [^`]+)`");

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "forerunners.md")).stream()
                .filter(line -> line.matches("\\| (\\d+)? ?\\|.*`.*"))
                .map(line -> line.replace("\\|", "/").split("\\|"))
                .toList();
    }

    @Test
    void each_counterpart_is_a_call_of_the_server() throws IOException {
        List<String> calls = AccessRow.table().stream().map(AccessRow::toString).toList();
        for (String[] row : rows()) {
            Matcher named = CALL.matcher(row[3]);
            var found = new ArrayList<String>();
            while (named.find()) {
                found.add(named.group(1));
            }
            assertThat(found).as("counterparts of %s", row[2]).isNotEmpty();
            assertThat(calls).containsAll(found);
            assertThat(row[4]).as("why it is better").isNotBlank();
        }
    }

    @Test
    void all_fourteen_calls_of_the_forerunner_have_one() throws IOException {
        assertThat(rows())
                .extracting(row -> row[1].strip())
                .filteredOn(number -> !number.isEmpty())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 14).mapToObj(String::valueOf).toList());
        assertThat(rows()).anySatisfy(row -> assertThat(row[2]).contains("token validation"));
    }
}
