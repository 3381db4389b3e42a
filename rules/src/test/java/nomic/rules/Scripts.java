package nomic.rules;

import nomic.code.Checker;
import nomic.ruleset.Rulesets;
import nomic.script.Played;
import nomic.script.ScriptedGame;
import nomic.session.Interpreter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scripts of this module and the one interpreter that plays them. */
final class Scripts {
    static final Rulesets RULESETS = Rulesets.onClassPath();
    static final Checker CHECKER = new Checker();
    static final Interpreter INTERPRETER = new Interpreter(CHECKER);
    static final Path SUBER = Path.of("src/main/resources/rulesets/suber");

    private Scripts() {}

    static Played play(Path script) {
        return ScriptedGame.read(script).play(INTERPRETER, RULESETS);
    }

    static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("ruleset.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot list " + folder, e);
        }
    }

    static List<Path> tests(String folder) {
        return in(Path.of("src/test/resources").resolve(folder));
    }
}
