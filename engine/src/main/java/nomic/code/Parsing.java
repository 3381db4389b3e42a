package nomic.code;

import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

import java.util.ArrayList;
import java.util.List;

/** The author's text as a tree, or what is wrong with its form. */
record Parsing(@Nullable PackageDescr tree, List<Diagnostic> diagnostics) {
    static Parsing of(SourceText source) {
        var parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            var tree = parser.parse(false, source.code());
            var found = new ArrayList<Diagnostic>();
            for (var error : parser.getErrors()) {
                var lines = error.getLines();
                int line = lines.length > 0 ? Math.max(0, lines[0]) : 0;
                found.add(
                        Diagnostic.error(
                                "parse-error", new Position(line, 0), error.getMessage(), ""));
            }
            return new Parsing(tree, found);
        } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
            return new Parsing(
                    null,
                    List.of(
                            Diagnostic.error(
                                    "parse-error",
                                    Position.WHOLE,
                                    "The code is not readable: " + e.getMessage(),
                                    "")));
        }
    }
}
