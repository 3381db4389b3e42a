package nomic.server;

import io.helidon.logging.common.LogConfig;

import nomic.server.cli.Nomic;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The program {@code nomic}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        LogConfig.configureRuntime();
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = Nomic.run(out, err, args);
        if (status != 0) {
            System.exit(status);
        }
    }
}
