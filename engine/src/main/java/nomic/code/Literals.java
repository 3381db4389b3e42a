package nomic.code;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;

import nomic.code.Outline.Literal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects the texts and whole numbers of a code. */
final class Literals {
    private static final int MOST = 1_000;
    private static final Set<String> READS = Set.of("text", "number", "flag");
    private static final String INPUT = "Input.name";

    private final List<Literal> all = new ArrayList<>();

    List<Literal> all() {
        return all;
    }

    /** Those of an expression, where it is one. */
    void add(String expression, String of, int line) {
        boolean mayHave =
                expression.indexOf('"') >= 0 || expression.chars().anyMatch(Character::isDigit);
        if (mayHave) {
            new JavaParser(Deeds.SETTINGS)
                    .parseExpression(expression)
                    .getResult()
                    .ifPresent(parsed -> add(parsed, of, line));
        }
    }

    /** Those inside of a node. */
    void add(Node node, String of, int line) {
        node.walk(
                each -> {
                    if (all.size() < MOST) {
                        switch (each) {
                            case StringLiteralExpr text ->
                                    put(text.asString(), false, named(text) ? INPUT : of, line);
                            case IntegerLiteralExpr number ->
                                    put(number.getValue(), true, of, line);
                            case LongLiteralExpr number ->
                                    put(number.getValue().replaceAll("[lL]$", ""), true, of, line);
                            default -> {}
                        }
                    }
                });
    }

    /** Whether a text is the name of an argument of a move, as in {@code $m.text("to")}. */
    private static boolean named(StringLiteralExpr text) {
        return text.getParentNode().orElse(null) instanceof MethodCallExpr call
                && call.getScope().isPresent()
                && call.getArguments().size() == 1
                && READS.contains(call.getNameAsString());
    }

    private void put(String text, boolean number, String of, int line) {
        all.add(new Literal(Outlining.cut(text), number, of, line));
    }
}
