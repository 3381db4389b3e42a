package nomic.code;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseStart;
import com.github.javaparser.Providers;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;

import nomic.code.Outline.Literal;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects the texts and whole numbers of a code. */
final class Literals {
    private static final int MOST = 2_000;
    private static final Set<String> READS = Set.of("text", "number", "flag");
    private static final String INPUT = "Input.name";

    private final Collection<Literal> all = new LinkedHashSet<>();
    private final Set<String> places = new TreeSet<>();
    private boolean cut;

    List<Literal> all() {
        return List.copyOf(all);
    }

    /** Whether there were more than are kept. */
    boolean isCut() {
        return cut;
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

    /** Those of the body of a function, where it can be read. */
    void addBlock(String body, int line) {
        new JavaParser(Deeds.SETTINGS)
                .parse(ParseStart.BLOCK, Providers.provider("{" + body + "}"))
                .getResult()
                .ifPresent(parsed -> add(parsed, "", line));
    }

    /**
     * Those inside of a node that are not known yet.
     *
     * @param firstLine of the text of which the node is a part
     */
    void add(Node node, String of, int firstLine) {
        node.walk(
                each -> {
                    int line = firstLine + each.getBegin().map(at -> at.line).orElse(1) - 1;
                    switch (each) {
                        case StringLiteralExpr text ->
                                put(text.asString(), false, named(text) ? INPUT : of, line);
                        case BinaryExpr sum when joined(sum) instanceof String text ->
                                put(text, false, of, line);
                        case IntegerLiteralExpr number -> put(number.getValue(), true, of, line);
                        case LongLiteralExpr number ->
                                put(number.getValue().replaceAll("[lL]$", ""), true, of, line);
                        default -> {}
                    }
                });
    }

    /** All texts between quotes that are not known yet, wherever they stand. */
    void addTexts(SourceText source) {
        source.texts().forEach((at, text) -> put(unescaped(text), false, "", source.at(at).line()));
    }

    private static String unescaped(String text) {
        var literal = new StringLiteralExpr();
        literal.setValue(text);
        return literal.asString();
    }

    /** What texts joined by {@code +} come to; null where there is anything else among them. */
    private static @Nullable String joined(Expression part) {
        return switch (part) {
            case StringLiteralExpr text -> text.asString();
            case EnclosedExpr enclosed -> joined(enclosed.getInner());
            case BinaryExpr sum when sum.getOperator() == BinaryExpr.Operator.PLUS -> {
                var left = joined(sum.getLeft());
                var right = left == null ? null : joined(sum.getRight());
                yield right == null ? null : left + right;
            }
            default -> null;
        };
    }

    /** Whether a text is the name of an argument of a move, as in {@code $m.text("to")}. */
    private static boolean named(StringLiteralExpr text) {
        return text.getParentNode().orElse(null) instanceof MethodCallExpr call
                && call.getScope().isPresent()
                && call.getArguments().size() == 1
                && READS.contains(call.getNameAsString());
    }

    private void put(String text, boolean number, String of, int line) {
        if (of.isEmpty() && places.contains(line + text)) {
            return;
        }
        if (all.size() == MOST) {
            cut = true;
            return;
        }
        places.add(line + text);
        all.add(new Literal(Outlining.cut(text), number, of, line));
    }
}
