package nomic.code;

import org.drools.drl.ast.descr.BaseDescr;

import java.util.ArrayList;
import java.util.List;

/** Collects remarks on one text, placing each by a node of the tree or by a word. */
final class Findings {
    private final SourceText source;
    private final List<Diagnostic> all = new ArrayList<>();

    Findings(SourceText source) {
        this.source = source;
    }

    SourceText source() {
        return source;
    }

    List<Diagnostic> all() {
        return all;
    }

    /** A construct that is no part of the rule language of this game. */
    void refuse(Position at, String message, String hint) {
        add(Diagnostic.error("construct-refused", at, message, hint));
    }

    void add(Diagnostic diagnostic) {
        all.add(diagnostic);
    }

    /** The place of a node; Drools counts columns from 0, and has none for some nodes. */
    Position at(BaseDescr node) {
        return node.getLine() < 1
                ? Position.WHOLE
                : new Position(node.getLine(), node.getColumn() + 1);
    }

    /** The place of a word inside a node, else of the node. */
    Position at(BaseDescr node, String word) {
        int from = Math.max(0, node.getStartCharacter());
        var found = source.find(word, from);
        boolean inside =
                found.line() > 0
                        && (node.getEndCharacter() <= 0
                                || source.offset(found.line(), found.column())
                                        <= node.getEndCharacter());
        return inside ? found : at(node);
    }
}
