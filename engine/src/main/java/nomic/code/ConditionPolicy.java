package nomic.code;

import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalBranchDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.FromDescr;
import org.drools.drl.ast.descr.GroupByDescr;
import org.drools.drl.ast.descr.NamedConsequenceDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Decides on the conditions of rules, and says which types and fields there are. */
final class ConditionPolicy {
    private static final List<String> FUNCTIONS =
            List.of("average", "collectList", "count", "max", "min", "sum");
    private static final Pattern LAW = Pattern.compile("\\blaw\\b");
    private static final Pattern FIELD =
            Pattern.compile(
                    "^\\s*!?\\s*(?:\\$?\\w+\\s*:=?\\s*)?(?:this\\s*\\.\\s*)?([a-z_]\\w*+)"
                            + "\\s*+($|[^\\w\\s(].*|(in|not|matches|contains|memberOf|str)\\b.*)",
                    Pattern.DOTALL);
    private static final Pattern POINTS =
            Pattern.compile("points?|score|coins|money|gold|balance|holdings?|assets?");
    private static final Pattern BOUND_FIRST = Pattern.compile("^\\s*\\$?\\w+\\s*:");
    private static final int LONGEST_SEARCHED = 4000;
    private static final Pattern BINDING = Pattern.compile("(\\$\\w+)\\s*:");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");
    private static final Set<String> WORDS =
            Set.of("this", "true", "false", "null", "eval", "new", "not", "exists");

    private final Findings findings;
    private final FactTypes facts;
    private final Set<String> queries;
    private final Comparisons comparisons;
    private final Set<String> bound = new TreeSet<>();

    ConditionPolicy(Findings findings, FactTypes facts, Set<String> queries) {
        this.findings = findings;
        this.facts = facts;
        this.queries = queries;
        this.comparisons = new Comparisons(findings, facts);
    }

    void check(RuleDescr rule) {
        bound.clear();
        if (rule instanceof QueryDescr query) {
            bound.addAll(Arrays.asList(query.getParameters()));
        }
        walk(rule.getLhs());
        checkVariables(rule);
        if (rule instanceof QueryDescr query && hasAlternatives(query.getLhs())) {
            warnOfRecursion(query);
        }
    }

    /** Drools misses matches of such a query when nodes are not shared, as here. */
    private void warnOfRecursion(QueryDescr query) {
        int from = Math.max(0, query.getStartCharacter());
        int to = Math.max(from, query.getLhs().getEndCharacter() + 1);
        var text = findings.source().masked();
        var body = text.substring(from, Math.min(to, text.length()));
        if (body.split("\\b" + query.getName() + "\\s*\\(", -1).length > 2) {
            findings.add(
                    Diagnostic.warning(
                            "recursive-alternatives",
                            findings.at(query),
                            "The query `"
                                    + query.getName()
                                    + "` calls itself beside `or`: matches may be missed.",
                            "Declare a fact for what the query finds, and insert it by two rules,"
                                    + " one for each side of the `or`."));
        }
    }

    private static boolean hasAlternatives(@Nullable Object node) {
        return switch (node) {
            case OrDescr _ -> true;
            case AndDescr and ->
                    and.getDescrs().stream().anyMatch(ConditionPolicy::hasAlternatives);
            case null, default -> false;
        };
    }

    /** Every variable that a condition names must be bound in the same rule. */
    private void checkVariables(RuleDescr rule) {
        int from = Math.max(0, rule.getStartCharacter());
        int to = Math.max(from, rule.getLhs().getEndCharacter() + 1);
        var text = findings.source().masked();
        var conditions = text.substring(from, Math.min(to, text.length()));
        var known = new TreeSet<String>();
        var bindings = BINDING.matcher(conditions);
        while (bindings.find()) {
            known.add(bindings.group(1));
        }
        if (rule instanceof QueryDescr query) {
            known.addAll(Arrays.asList(query.getParameters()));
        }
        var uses = VARIABLE.matcher(conditions);
        while (uses.find()) {
            if (!known.contains(uses.group())) {
                findings.add(
                        Diagnostic.error(
                                "unknown-variable",
                                findings.source().at(from + uses.start()),
                                "The variable `" + uses.group() + "` is not bound in this rule.",
                                bindingHint(uses.group(), known, conditions)));
            }
        }
    }

    private static String bindingHint(String variable, Set<String> known, String conditions) {
        var reversed =
                Pattern.compile("\\b(\\w+)\\s*:\\s*" + Pattern.quote(variable) + "\\b")
                        .matcher(conditions);
        if (conditions.length() < LONGEST_SEARCHED && reversed.find()) {
            return "The new name comes first: `" + variable + " : " + reversed.group(1) + "`.";
        }
        return known.isEmpty()
                ? "Bind it to a field, as in `$n : number`."
                : Nearest.hint(variable, known, "Bound in this rule: ");
    }

    private void walk(@Nullable Object node) {
        if (node instanceof AnnotatedBaseDescr group && !(node instanceof PatternDescr)) {
            checkNoAnnotations(group);
        }
        switch (node) {
            case null -> {}
            case PatternDescr pattern -> checkPattern(pattern);
            case OrDescr or -> or.getDescrs().forEach(this::walk);
            case AndDescr and -> and.getDescrs().forEach(this::walk);
            case NotDescr not -> not.getDescrs().forEach(this::walk);
            case ExistsDescr exists -> {
                for (Object child : exists.getDescrs()) {
                    walk(child);
                }
            }
            case ForallDescr forall -> forall.getDescrs().forEach(this::walk);
            case EvalDescr eval -> checkNoLaw(eval, String.valueOf(eval.getContent()));
            case ConditionalBranchDescr branch -> {
                walk(branch.getCondition());
                walk(branch.getElseBranch());
            }
            case NamedConsequenceDescr _ -> {}
            case GroupByDescr group -> {
                checkAccumulate(group);
                checkNoLaw(group, String.valueOf(group.getGroupingFunction()));
            }
            case AccumulateDescr accumulate -> checkAccumulate(accumulate);
            case CollectDescr collect -> walk(collect.getInputPattern());
            case FromDescr from -> checkNoLaw(from, String.valueOf(from.getDataSource()));
            case ExprConstraintDescr constraint -> {
                checkNoLaw(constraint, constraint.getExpression());
                checkQuoted(constraint);
                checkChoice(constraint);
            }
            default ->
                    findings.refuse(
                            node instanceof BaseDescr other ? findings.at(other) : Position.WHOLE,
                            "This kind of condition is not part of the language.",
                            "Match facts with patterns, `not`, `exists`, `forall`, `or`, `from`,"
                                    + " `collect` and `accumulate`.");
        }
    }

    private void checkNoAnnotations(AnnotatedBaseDescr group) {
        for (var annotation : group.getAnnotations()) {
            findings.refuse(
                    findings.at(group, annotation.getName()),
                    "The annotation `@" + annotation.getName() + "` is not allowed here.",
                    "Remove it.");
        }
    }

    private void checkPattern(PatternDescr pattern) {
        checkDecorations(pattern);
        var type = String.valueOf(pattern.getObjectType());
        if (pattern.getSource() instanceof AccumulateDescr accumulate && type.equals("Object")) {
            walk(accumulate);
        } else if (pattern.getSource() != null) {
            checkSource(pattern, type);
        } else if (!queries.contains(type)) {
            checkType(pattern, type);
        }
        var known = new TreeSet<>(bound);
        known.addAll(pattern.getAllBoundIdentifiers());
        for (var constraint : pattern.getDescrs()) {
            walk(constraint);
            if (constraint instanceof ExprConstraintDescr expression) {
                checkField(expression, type);
                comparisons.check(expression, type, known);
                if (pattern.getSource() instanceof AccumulateDescr accumulate) {
                    checkOrder(expression, accumulate);
                }
            }
        }
        pattern.getAllBoundIdentifiers().forEach(bound::add);
    }

    private void checkDecorations(PatternDescr pattern) {
        if (!pattern.getBehaviors().isEmpty()) {
            findings.refuse(
                    findings.at(pattern, "over"),
                    "There are no windows over time.",
                    "Call `law.schedule(name, at)` and react to `Elapsed( name == ... )`.");
        }
        for (var annotation : pattern.getAnnotations()) {
            var value = String.valueOf(annotation.getSingleValue());
            if (!annotation.getName().equals("watch") || !value.matches("[!*\\w, ]*")) {
                findings.refuse(
                        findings.at(pattern, annotation.getName()),
                        "The annotation `@" + annotation.getName() + "` is not allowed here.",
                        "Only @watch with names of fields is.");
            }
        }
    }

    private void checkSource(PatternDescr pattern, String type) {
        switch (pattern.getSource()) {
            case FromDescr _, CollectDescr _, AccumulateDescr _ -> {
                walk(pattern.getSource());
                if (!facts.isKnown(type.replaceAll("<.*>", ""))) {
                    unknownType(pattern, type);
                }
            }
            default ->
                    findings.refuse(
                            findings.at(pattern, "from"),
                            "There are no entry points and no windows.",
                            "Match the fact without `from`.");
        }
    }

    private void checkType(PatternDescr pattern, String type) {
        if (facts.isFact(type)) {
            return;
        }
        if (facts.isKnown(type)) {
            findings.add(
                    Diagnostic.error(
                            "not-a-fact",
                            findings.at(pattern, type),
                            "`"
                                    + type
                                    + "` is not a fact: the pattern would match everything or"
                                    + " nothing.",
                            "Facts known here are " + String.join(", ", facts.names()) + "."));
        } else {
            unknownType(pattern, type);
        }
    }

    private void unknownType(PatternDescr pattern, String type) {
        var names = new TreeSet<>(facts.names());
        names.addAll(queries);
        var toImport = JavaErrors.toImport(type);
        findings.add(
                Diagnostic.error(
                        "unknown-type",
                        findings.at(pattern, type),
                        "There is no fact `" + type + "`.",
                        toImport.isEmpty()
                                ? Nearest.hint(type, names, "Facts known here are ")
                                : toImport));
    }

    private void checkField(ExprConstraintDescr constraint, String type) {
        var known = facts.properties(type);
        var field = FIELD.matcher(constraint.getExpression());
        boolean positional =
                constraint.getType() == ExprConstraintDescr.Type.POSITIONAL
                        && constraint.getExpression().matches("[\\w$]+");
        if (known == null || positional || !field.matches()) {
            return;
        }
        var name = field.group(1);
        if (known.contains(name) || WORDS.contains(name) || bound.contains(name)) {
            return;
        }
        findings.add(
                Diagnostic.error(
                        "unknown-field",
                        findings.at(constraint, name),
                        "`" + type + "` has no field `" + name + "`.",
                        fieldHint(type, name, known)));
    }

    /** Where to find what is not a field of a fact: points, for one, are holdings. */
    private static String fieldHint(String type, String name, Set<String> known) {
        return type.equals("Player") && POINTS.matcher(name).matches()
                ? "What a player holds is a fact of its own: `Holding( owner == $name, asset =="
                        + " \"points\", $n : amount )`."
                : Nearest.hint(name, known, "It has ");
    }

    /** Drools 10.2 takes the type of a choice for that of its condition. */
    private void checkChoice(ExprConstraintDescr constraint) {
        var masked = new SourceText(0, constraint.getExpression()).masked();
        if (masked.contains("?") && !BOUND_FIRST.matcher(masked).find()) {
            findings.refuse(
                    findings.at(constraint),
                    "A choice, `... ? ... : ...`, is not understood in a pattern.",
                    "Join two conditions by `||`, or let a function of your own choose.");
        }
    }

    private void checkQuoted(ExprConstraintDescr constraint) {
        if (QuotedText.isDangerous(constraint.getExpression())) {
            findings.refuse(
                    findings.at(constraint),
                    "A text inside of the brackets of a condition looks like code.",
                    "Let a function of your own answer the text, and call it here.");
        }
    }

    private void checkAccumulate(AccumulateDescr accumulate) {
        if (accumulate.getInitCode() != null || accumulate.getActionCode() != null) {
            findings.refuse(
                    findings.at(accumulate),
                    "Accumulating by code (init, action, result) is not part of the language.",
                    "Use the functions sum, min, max, average, count and collectList.");
        }
        walk(accumulate.getInput());
        for (var call : accumulate.getFunctions()) {
            bound.add(String.valueOf(call.getBind()));
            if (!FUNCTIONS.contains(call.getFunction())) {
                findings.add(
                        Diagnostic.error(
                                "unknown-function",
                                findings.at(accumulate, call.getFunction()),
                                "There is no accumulate function `" + call.getFunction() + "`.",
                                Nearest.hint(call.getFunction(), FUNCTIONS, "There are ")));
            }
            for (var parameter : call.getParams()) {
                checkNoLaw(accumulate, parameter);
            }
        }
    }

    /** Drools 10.2 swaps the variables of a result constraint that begins with an outer one. */
    private void checkOrder(ExprConstraintDescr constraint, AccumulateDescr accumulate) {
        var results = new TreeSet<String>();
        accumulate.getFunctions().forEach(call -> results.add(String.valueOf(call.getBind())));
        var variables = VARIABLE.matcher(constraint.getExpression());
        String outer = null;
        while (variables.find()) {
            if (!results.contains(variables.group())) {
                outer = outer == null ? variables.group() : outer;
            } else if (outer != null) {
                findings.refuse(
                        findings.at(constraint, outer),
                        "`"
                                + outer
                                + "` comes before `"
                                + variables.group()
                                + "`, a result of this accumulate.",
                        "Begin the condition with the result, as in `"
                                + variables.group()
                                + " < "
                                + outer
                                + "`.");
                return;
            }
        }
    }

    private void checkNoLaw(BaseDescr node, String expression) {
        if (LAW.matcher(new SourceText(0, expression).masked()).find()) {
            findings.refuse(
                    findings.at(node, "law"),
                    "`law` can be called in consequences only, not in conditions.",
                    "Match a fact: Turn, Player, Holding, Deadline and the like.");
        }
    }
}
