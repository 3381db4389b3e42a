package nomic.server.cli;

import nomic.code.Diagnostic;
import nomic.server.web.Json;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a command reads from and prints to, for people or for programs. */
final class Output {
    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(names = "--json", description = "print one JSON document, for programs")
    private boolean json;

    boolean json() {
        return json;
    }

    void json(Object value) {
        command.commandLine().getOut().println(Json.text(value));
    }

    /**
     * Prints a line. What rules say may hold characters that a terminal obeys: they are left out.
     */
    void line(String text) {
        command.commandLine().getOut().println(text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?"));
    }

    void diagnostic(Path file, Diagnostic diagnostic) {
        line(
                "%s:%d:%d: %s: %s [%s]"
                        .formatted(
                                file,
                                diagnostic.line(),
                                diagnostic.column(),
                                Json.word(diagnostic.severity()),
                                diagnostic.message(),
                                diagnostic.code()));
        if (!diagnostic.hint().isEmpty()) {
            line("    " + diagnostic.hint());
        }
    }

    /** The text of a file that the command line names. */
    String read(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw wrong(file + " is no text in UTF-8");
        } catch (IOException e) {
            throw wrong("Cannot read " + file + " (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** The text of a file; empty where there is none. */
    String readIfThere(Path file) {
        return Files.isRegularFile(file) ? read(file) : "";
    }

    /** What is wrong with what the command line names. */
    ParameterException wrong(RuntimeException e) {
        return wrong(String.valueOf(e.getMessage()));
    }

    /** What is wrong with the command line. */
    ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
