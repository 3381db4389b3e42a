package nomic.code;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseStart;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Providers;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.WhileStmt;

import nomic.code.Outline.Act;
import nomic.code.Outline.Deed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a consequence does, in the order of its text. */
final class Deeds {
    static final ParserConfiguration SETTINGS =
            new ParserConfiguration()
                    .setLanguageLevel(ParserConfiguration.LanguageLevel.RAW)
                    .setAttributeComments(false);

    private static final int MOST = 200;

    private final int firstLine;
    private final Map<String, String> types;
    private final Literals literals;
    private final List<Deed> found = new ArrayList<>();

    private Deeds(int firstLine, Map<String, String> types, Literals literals) {
        this.firstLine = firstLine;
        this.types = new TreeMap<>(types);
        this.literals = literals;
    }

    /**
     * @param firstLine the line on which the text begins
     * @param types of the variables that the conditions bind
     */
    static List<Deed> in(
            String consequence, int firstLine, Map<String, String> types, Literals literals) {
        var deeds = new Deeds(firstLine, types, literals);
        var parsed =
                new JavaParser(SETTINGS)
                        .parse(
                                ParseStart.BLOCK,
                                Providers.provider("{" + ModifyBlocks.asCalls(consequence) + "}"));
        if (!parsed.isSuccessful() || parsed.getResult().isEmpty()) {
            return List.of(
                    new Deed(
                            Act.OTHER,
                            "",
                            List.of(Outlining.cut(consequence)),
                            List.of(),
                            firstLine));
        }
        var block = parsed.getResult().get();
        block.walk(deeds::visit);
        literals.add(block, "", firstLine);
        return deeds.found;
    }

    private void visit(Node node) {
        switch (node) {
            case MethodCallExpr call -> call(call);
            case MethodReferenceExpr reference when reference.getScope().toString().equals("law") ->
                    add(reference, Act.LAW, reference.getIdentifier(), List.of());
            default -> {}
        }
    }

    private void call(MethodCallExpr call) {
        var arguments = call.getArguments();
        boolean onLaw = call.getScope().filter(Deeds::isLaw).isPresent();
        if (onLaw) {
            add(call, Act.LAW, call.getNameAsString(), arguments);
        } else if (call.getScope().isEmpty() && !arguments.isEmpty()) {
            Expression fact = arguments.getFirst().orElseThrow();
            switch (call.getNameAsString()) {
                case "insert" -> insert(call, fact);
                case "modify", "update" ->
                        add(call, Act.MODIFY, typeOf(fact), arguments.subList(1, arguments.size()));
                case "delete", "retract" -> add(call, Act.DELETE, typeOf(fact), List.of());
                default -> {}
            }
        }
    }

    private static boolean isLaw(Expression scope) {
        return scope instanceof NameExpr name && name.getNameAsString().equals("law");
    }

    private void insert(MethodCallExpr call, Expression fact) {
        if (fact instanceof ObjectCreationExpr creation) {
            add(call, Act.INSERT, creation.getType().getNameAsString(), creation.getArguments());
        } else {
            add(call, Act.INSERT, typeOf(fact), List.of());
        }
    }

    /** The type of a variable of the conditions or of the consequence; else the text itself. */
    private String typeOf(Expression fact) {
        var text = Outlining.cut(fact.toString());
        var known = types.get(text);
        if (known != null) {
            return known;
        }
        return fact.findRootNode()
                .findFirst(VariableDeclarator.class, each -> each.getNameAsString().equals(text))
                .map(Deeds::typeOf)
                .orElse(text);
    }

    private static String typeOf(VariableDeclarator variable) {
        return variable.getInitializer()
                .filter(ObjectCreationExpr.class::isInstance)
                .map(made -> ((ObjectCreationExpr) made).getType().getNameAsString())
                .orElse(variable.getTypeAsString());
    }

    private void add(Node node, Act act, String name, List<Expression> arguments) {
        if (found.size() > MOST) {
            return;
        }
        int line = firstLine + node.getBegin().map(at -> at.line).orElse(1) - 1;
        if (found.size() == MOST) {
            found.add(new Deed(Act.OTHER, "", List.of(), List.of(), line));
            return;
        }
        var of = act == Act.LAW ? "law." + name : name;
        arguments.forEach(argument -> literals.add(argument, of, firstLine));
        found.add(
                new Deed(
                        act,
                        name,
                        arguments.stream()
                                .map(argument -> Outlining.cut(argument.toString()))
                                .toList(),
                        around(node),
                        line));
    }

    private static List<String> around(Node node) {
        var under = new ArrayList<String>();
        Node inner = node;
        for (var outer = node.getParentNode().orElse(null); outer != null; ) {
            var text = condition(outer, inner);
            if (!text.isEmpty()) {
                under.addFirst(Outlining.cut(text));
            }
            inner = outer;
            outer = outer.getParentNode().orElse(null);
        }
        return under;
    }

    @SuppressWarnings("ReferenceEquality")
    private static String condition(Node outer, Node inner) {
        return switch (outer) {
            case IfStmt choice when choice.getThenStmt() == inner -> "if " + choice.getCondition();
            case IfStmt choice when choice.getElseStmt().orElse(null) == inner ->
                    "unless " + choice.getCondition();
            case ForEachStmt loop ->
                    "for each "
                            + loop.getVariableDeclarator().getName()
                            + " of "
                            + loop.getIterable();
            case ForStmt loop -> "repeatedly " + loop.getCompare().map(Node::toString).orElse("");
            case WhileStmt loop -> "while " + loop.getCondition();
            case LambdaExpr lambda when lambda.getBody() == inner -> "for each";
            default -> "";
        };
    }
}
