package nomic.code;

import nomic.code.Outline.Condition;
import nomic.code.Outline.Constraint;
import nomic.code.Outline.Form;

import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalBranchDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.FromDescr;
import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the outline of a text from its tree; the text has passed all policies. */
final class Outlining {
    static final int LONGEST_TEXT = 300;

    private final SourceText source;
    private final Literals literals = new Literals();

    private Outlining(SourceText source) {
        this.source = source;
    }

    static Outline of(SourceText source, PackageDescr tree) {
        return new Outlining(source).outline(tree);
    }

    /** On one line, and not too long. */
    static String cut(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT - 1) + "…";
    }

    private Outline outline(PackageDescr tree) {
        var rules = new ArrayList<Outline.DrlRule>();
        var queries = new ArrayList<Outline.DrlQuery>();
        for (RuleDescr rule : tree.getRules()) {
            var conditions = all(rule.getLhs());
            if (rule instanceof QueryDescr) {
                queries.add(new Outline.DrlQuery(rule.getName(), rule.getLine(), conditions));
            } else {
                rules.add(
                        new Outline.DrlRule(
                                rule.getName(),
                                rule.getLine(),
                                rule.getAttributes().containsKey("agenda-group"),
                                conditions,
                                Sources.of(source, rule, conditions.size()),
                                deeds(rule, conditions)));
            }
        }
        for (FunctionDescr function : tree.getFunctions()) {
            var body = String.valueOf(function.getBody());
            literals.addBlock(body, line(body, function.getStartCharacter(), function.getLine()));
        }
        literals.addTexts(source);
        return new Outline(
                rules,
                queries,
                DeclaredTypes.of(tree),
                literals.all(),
                Sources.frame(source, tree),
                literals.isCut());
    }

    private List<Outline.Deed> deeds(RuleDescr rule, List<Condition> conditions) {
        Map<String, String> types = new TreeMap<>();
        conditions.forEach(condition -> collectTypes(condition, types));
        return Stream.concat(
                        Stream.of(rule.getConsequence()),
                        rule.getNamedConsequences().values().stream())
                .map(String::valueOf)
                .flatMap(
                        text ->
                                Deeds.in(
                                        text,
                                        line(
                                                text,
                                                rule.getStartCharacter(),
                                                rule.getConsequenceLine()),
                                        types,
                                        literals)
                                        .stream())
                .toList();
    }

    private static void collectTypes(Condition condition, Map<String, String> types) {
        if (!condition.binding().isEmpty()) {
            types.put(condition.binding(), condition.type());
        }
        condition.parts().forEach(part -> collectTypes(part, types));
    }

    /** The line on which the text of a consequence or a function begins. */
    private int line(String text, int from, int otherwise) {
        int at = source.code().indexOf(text, Math.max(0, from));
        return at < 0 ? otherwise : source.at(at).line();
    }

    private List<Condition> all(ConditionalElementDescr group) {
        return group.getDescrs().stream().flatMap(each -> of(each).stream()).toList();
    }

    private List<Condition> of(@Nullable Object node) {
        return switch (node) {
            case PatternDescr pattern -> List.of(pattern(pattern));
            case AndDescr and -> all(and);
            case OrDescr or -> List.of(group(Form.ANY, or, alternatives(or)));
            case NotDescr not -> List.of(group(Form.NOT, not, all(not)));
            case ExistsDescr exists -> List.of(group(Form.EXISTS, exists, all(exists)));
            case ForallDescr forall -> List.of(group(Form.FORALL, forall, all(forall)));
            case AccumulateDescr accumulate -> List.of(accumulate(accumulate, "", List.of()));
            case EvalDescr eval -> List.of(eval(eval));
            case ConditionalBranchDescr branch -> branches(branch);
            case null, default -> List.of();
        };
    }

    private List<Condition> branches(ConditionalBranchDescr branch) {
        var found = new ArrayList<Condition>();
        for (var each = branch; each != null; each = each.getElseBranch()) {
            if (each.getCondition() != null) {
                found.add(eval(each.getCondition()));
            }
        }
        return List.of(group(Form.ANY, branch, found));
    }

    private List<Condition> alternatives(OrDescr or) {
        return or.getDescrs().stream()
                .map(
                        each -> {
                            var parts = of(each);
                            return parts.size() == 1
                                    ? parts.getFirst()
                                    : group(Form.ALL, each, parts);
                        })
                .toList();
    }

    private static Condition group(Form form, BaseDescr node, List<Condition> parts) {
        int line = node.getLine() > 0 || parts.isEmpty() ? node.getLine() : parts.getFirst().line();
        return new Condition(form, "", "", List.of(), "", parts, Math.max(0, line));
    }

    private Condition eval(EvalDescr eval) {
        var text = String.valueOf(eval.getContent());
        literals.add(text, "", eval.getLine());
        return new Condition(Form.EVAL, "", "", List.of(), cut(text), List.of(), eval.getLine());
    }

    private Condition pattern(PatternDescr pattern) {
        var type = String.valueOf(pattern.getObjectType());
        var constraints = Constraints.of(pattern, type, literals);
        var binding = pattern.getIdentifier() == null ? "" : pattern.getIdentifier();
        return switch (pattern.getSource()) {
            case AccumulateDescr accumulate -> accumulate(accumulate, binding, constraints);
            case CollectDescr collect ->
                    new Condition(
                            Form.COLLECT,
                            type,
                            binding,
                            constraints,
                            "",
                            of(collect.getInputPattern()),
                            pattern.getLine());
            case FromDescr from -> {
                var text = String.valueOf(from.getDataSource());
                literals.add(text, "", pattern.getLine());
                yield new Condition(
                        Form.FROM,
                        type,
                        binding,
                        constraints,
                        cut(text),
                        List.of(),
                        pattern.getLine());
            }
            case null, default ->
                    new Condition(
                            Form.FACT,
                            type,
                            binding,
                            constraints,
                            "",
                            List.of(),
                            pattern.getLine());
        };
    }

    private Condition accumulate(
            AccumulateDescr accumulate, String binding, List<Constraint> constraints) {
        var text =
                accumulate.getFunctions().stream()
                        .map(
                                call ->
                                        (call.getBind() == null ? "" : call.getBind() + " : ")
                                                + call.getFunction()
                                                + "("
                                                + String.join(", ", call.getParams())
                                                + ")")
                        .collect(Collectors.joining(", "));
        var parts = of(accumulate.getInput());
        int line =
                accumulate.getLine() > 0 || parts.isEmpty()
                        ? accumulate.getLine()
                        : parts.getFirst().line();
        return new Condition(
                Form.ACCUMULATE, "", binding, constraints, cut(text), parts, Math.max(0, line));
    }
}
