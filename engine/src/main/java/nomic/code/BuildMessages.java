package nomic.code;

import org.drools.drl.ast.descr.PackageDescr;
import org.kie.api.builder.Message;

import java.util.ArrayList;
import java.util.List;

/** Translates what Drools and the compiler say into remarks on the author's text. */
final class BuildMessages {
    private final SourceText source;
    private final PackageDescr tree;

    BuildMessages(SourceText source, PackageDescr tree) {
        this.source = source;
        this.tree = tree;
    }

    List<Diagnostic> translate(List<Message> messages) {
        var found = new ArrayList<Diagnostic>();
        for (var message : messages) {
            found.add(
                    Diagnostic.error(
                            "compile-error",
                            source.find(String.valueOf(tree.getName())),
                            message.getText(),
                            ""));
        }
        return found;
    }

    static Diagnostic crash(Throwable crash) {
        return Diagnostic.error(
                "compiler-crash",
                Position.WHOLE,
                "The compiler failed on this code: " + crash,
                "Write it in a simpler way, a part at a time, to find what it fails on.");
    }

    static Diagnostic loadFailure(Throwable failure) {
        return Diagnostic.error(
                "load-failure",
                Position.WHOLE,
                "The code does not load: " + failure,
                "What is computed when a rule is loaded must be short and must not fail.");
    }
}
