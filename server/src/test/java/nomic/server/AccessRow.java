package nomic.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * One line of the table in docs/authorization.md.
 *
 * @param method of HTTP, or {@code WS} for a frame of the socket
 * @param path the template of a route, or the type of a frame
 * @param scope what a token has to be good for; in parentheses where that is so for private games
 *     only, {@code any} where each token will do, and a dash where none is needed
 * @param answers what each kind of people is answered, in the order of {@link AccessCast}
 */
record AccessRow(String method, String path, String scope, List<String> answers) {
    private static final String SOCKET = "WS";

    static List<AccessRow> table() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "authorization.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(AccessRow::of)
                .toList();
    }

    private static AccessRow of(String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|"))
                        .map(cell -> cell.replace("`", "").strip())
                        .toList();
        String[] call = cells.get(1).split(" ", 2);
        return new AccessRow(call[0], call[1], cells.get(2), cells.subList(3, cells.size()));
    }

    boolean isFrame() {
        return method.equals(SOCKET);
    }

    boolean isOfGame() {
        return isFrame() || path.startsWith(AccessCast.GAME);
    }

    /** Whether a token has to be good for something only where the game is private. */
    boolean isForPrivate() {
        return scope.startsWith("(");
    }

    /** The scope without parentheses; empty where none is needed. */
    String word() {
        String bare = scope.replace("(", "").replace(")", "");
        return bare.contains(":") || List.of("admin", "account").contains(bare) ? bare : "";
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
