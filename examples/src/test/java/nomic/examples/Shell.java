package nomic.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Programs that the examples need. */
final class Shell {
    private Shell() {}

    /** A program that has ended. */
    record Run(int status, String output) {}

    /** Whether a program is there and ends well. */
    static boolean runs(String... command) throws InterruptedException {
        return run(List.of(command)).status() == 0;
    }

    static Run run(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException e) {
            return new Run(-1, "There is no " + command.getFirst() + ": " + e.getMessage());
        }
    }
}
