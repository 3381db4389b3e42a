package nomic.code;

import nomic.code.Outline.Constraint;

import org.drools.drl.ast.descr.AtomicExprDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.BindingDescr;
import org.drools.drl.ast.descr.ConstraintConnectiveDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RelationalExprDescr;
import org.drools.drl.parser.DrlExprParserFactory;
import org.kie.internal.builder.conf.LanguageLevelOption;

import java.util.ArrayList;
import java.util.List;

/** The constraints of a pattern, read by the parser that Drools itself uses for them. */
final class Constraints {
    private Constraints() {}

    static List<Constraint> of(PatternDescr pattern, String type, Literals literals) {
        var found = new ArrayList<Constraint>();
        for (BaseDescr each : pattern.getDescrs()) {
            if (each instanceof ExprConstraintDescr constraint) {
                var text = constraint.getExpression();
                int line = constraint.getLine() > 0 ? constraint.getLine() : pattern.getLine();
                var parsed = parse(text);
                parsed.forEach(part -> note(part, type, line, literals));
                found.addAll(parsed);
            }
        }
        return found;
    }

    private static List<Constraint> parse(String text) {
        var parser = DrlExprParserFactory.getDrlExprParser(LanguageLevelOption.DRL6);
        var tree = parser.parse(text);
        if (tree == null || parser.hasErrors()) {
            return List.of(plain(text, text));
        }
        var parts = tree.getDescrs();
        return parts.size() == 1
                ? List.of(of(parts.getFirst(), text))
                : parts.stream().map(part -> of(part, "")).toList();
    }

    private static Constraint of(BaseDescr node, String text) {
        return switch (node) {
            case ConstraintConnectiveDescr group ->
                    new Constraint(
                            Outlining.cut(text),
                            "",
                            "",
                            group.getConnective().toString(),
                            "",
                            group.getDescrs().stream().map(each -> of(each, "")).toList());
            case RelationalExprDescr relation -> relation(relation, text);
            case BindingDescr binding ->
                    new Constraint(
                            Outlining.cut(text),
                            binding.getVariable(),
                            Outlining.cut(binding.getExpression()),
                            "",
                            "",
                            List.of());
            case AtomicExprDescr atom -> plain(atom.getExpression(), text);
            default -> plain(text, text);
        };
    }

    private static Constraint plain(String left, String text) {
        return new Constraint(Outlining.cut(text), "", Outlining.cut(left), "", "", List.of());
    }

    private static Constraint relation(RelationalExprDescr relation, String text) {
        var left = relation.getLeft();
        var negated = relation.getOperatorDescr().isNegated() ? "not " : "";
        var operator = negated + relation.getOperator();
        return new Constraint(
                Outlining.cut(text),
                left instanceof BindingDescr bound ? bound.getVariable() : "",
                expression(left),
                operator.equals("not ==") ? "!=" : operator,
                expression(relation.getRight()),
                List.of());
    }

    private static String expression(BaseDescr node) {
        return Outlining.cut(
                switch (node) {
                    case BindingDescr bound -> bound.getExpression();
                    case AtomicExprDescr atom -> atom.getExpression();
                    default -> String.valueOf(node);
                });
    }

    private static void note(Constraint constraint, String type, int line, Literals literals) {
        constraint.parts().forEach(part -> note(part, type, line, literals));
        literals.add(constraint.left(), type + "." + constraint.right(), line);
        literals.add(constraint.right(), type + "." + constraint.left(), line);
    }
}
