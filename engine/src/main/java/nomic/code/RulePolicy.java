package nomic.code;

import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides on a rule's name, attributes and consequences. */
final class RulePolicy {
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N} _.,:;'()+!?*/=<>&#%-]{1,100}");
    private static final Set<String> VERDICTS = Set.of("forbid", "permit", "prevails");
    private static final Pattern LAW_CALL =
            Pattern.compile("\\blaw\\b(?:\\s*\\.\\s*(\\w+)\\s*\\()?");
    private static final Pattern FACT_CALL =
            Pattern.compile("\\b(insert|modify|update|delete|retract)\\s*\\(");
    private static final Pattern CHANGE =
            Pattern.compile("\\b(modify|update|delete|retract)\\s*\\(\\s*(\\$\\w+)\\s*\\)");
    private static final Pattern INSERT =
            Pattern.compile("\\binsert\\s*\\(\\s*new\\s+(\\w+)\\s*\\(");
    private static final Pattern LOGICAL = Pattern.compile("\\b(insertLogical|logicalInsert)\\b");
    private static final Pattern MODIFY =
            Pattern.compile("\\bmodify\\s*\\(\\s*(\\$?\\w+)\\s*\\)\\s*\\{([^}]*)}");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?m)^[ \\t]*(agenda-group|salience|no-loop|dialect)[ \\t]+[\"'\\d-]");
    private static final Pattern SETTER = Pattern.compile("\\bset([A-Z]\\w*)\\s*\\(");
    private static final String ELAPSED =
            "Call `law.schedule(name, at)` and react to `Elapsed( name == ... )`.";
    private static final Map<String, String> ADVICE =
            Map.ofEntries(
                    Map.entry("timer", ELAPSED),
                    Map.entry("duration", ELAPSED),
                    Map.entry("calendars", ELAPSED),
                    Map.entry("date-effective", ELAPSED),
                    Map.entry("date-expires", ELAPSED),
                    Map.entry("auto-focus", "The engine fires legality first, then all others."),
                    Map.entry("lock-on-active", "Use no-loop, or match an event fact."),
                    Map.entry("activation-group", "Let the conditions exclude each other."),
                    Map.entry("ruleflow-group", "Order rules by salience or by conditions."));

    private final Findings findings;
    private final RuleDescr rule;
    private final List<DeclaredType> declared;
    private boolean legality;

    RulePolicy(Findings findings, RuleDescr rule, List<DeclaredType> declared) {
        this.findings = findings;
        this.rule = rule;
        this.declared = declared;
    }

    void check() {
        checkName();
        for (var annotation : rule.getAnnotations()) {
            findings.refuse(
                    findings.at(rule, annotation.getName()),
                    "A rule cannot have annotations: `@" + annotation.getName() + "`.",
                    "Say it in the prose of the rule or in a comment.");
        }
        rule.getAttributes().values().forEach(this::checkAttribute);
        if (rule.isQuery()) {
            return;
        }
        checkConsequence(String.valueOf(rule.getConsequence()));
        for (var entry : rule.getNamedConsequences().entrySet()) {
            if (!LanguagePolicy.NAME.matcher(entry.getKey()).matches()) {
                findings.refuse(findings.at(rule), "`" + entry.getKey() + "` is not a name.", "");
            }
            checkConsequence(String.valueOf(entry.getValue()));
        }
    }

    private void checkName() {
        boolean good =
                rule.isQuery()
                        ? LanguagePolicy.NAME.matcher(rule.getName()).matches()
                        : NAME.matcher(rule.getName()).matches();
        if (!good) {
            findings.refuse(
                    findings.at(rule),
                    "A rule cannot have this name.",
                    "Use 1 to 100 letters, digits, blanks and simple signs, without quotes and"
                            + " backslashes.");
        }
        if (rule.getParentName() != null) {
            findings.refuse(
                    findings.at(rule, "extends"),
                    "A rule cannot extend another one.",
                    "Repeat its conditions.");
        }
    }

    private void checkAttribute(AttributeDescr attribute) {
        var name = attribute.getName();
        var value = attribute.getValue() == null ? "" : attribute.getValue().strip();
        var allowed =
                switch (name) {
                    case "dialect" -> value.equals("java");
                    case "no-loop", "enabled" -> value.matches("true|false|");
                    case "salience" -> true;
                    case "agenda-group" -> value.equals("legality");
                    default -> false;
                };
        legality |= name.equals("agenda-group") && allowed;
        if (allowed) {
            return;
        }
        var message =
                switch (name) {
                    case "dialect" -> "The dialect `" + value + "` is not available.";
                    case "agenda-group" -> "There is no agenda group \"" + value + "\".";
                    default -> "The attribute `" + name + "` is not part of the language.";
                };
        var hint =
                switch (name) {
                    case "dialect" -> "Write Java, and remove the attribute.";
                    case "agenda-group" ->
                            "The only one is \"legality\", for rules that forbid"
                                    + " or permit; order others by salience or by conditions.";
                    case "no-loop", "enabled" -> "Write true or false.";
                    default -> ADVICE.getOrDefault(name, "Remove it.");
                };
        findings.refuse(findings.at(rule, name), message, hint);
    }

    private void checkConsequence(String raw) {
        var text = new SourceText(0, raw).masked();
        int start = Math.max(0, findings.source().code().indexOf(raw, rule.getStartCharacter()));
        var logical = LOGICAL.matcher(text);
        while (logical.find()) {
            findings.refuse(
                    findings.source().at(start + logical.start()),
                    "`"
                            + logical.group()
                            + "` is not part of the language: its support cannot be"
                            + " rebuilt from data.",
                    "Insert the fact, and delete it in another rule when its reason is gone.");
        }
        var attribute = ATTRIBUTE.matcher(text);
        if (attribute.find()) {
            findings.add(
                    Diagnostic.error(
                            "misplaced-attribute",
                            findings.source().at(start + attribute.start(1)),
                            "The attribute `" + attribute.group(1) + "` stands among the actions.",
                            "Write it above `when`, below the name of the rule."));
            return;
        }
        checkLawCalls(text, start);
        var facts = FACT_CALL.matcher(text);
        while (legality && facts.find()) {
            findings.refuse(
                    findings.source().at(start + facts.start()),
                    "A legality rule cannot change facts: `" + facts.group(1) + "`.",
                    "Do it in a rule without agenda-group.");
        }
        checkFactsAreOwn(text, start);
        warnOfSelfActivation(text, start);
    }

    private void checkFactsAreOwn(String text, int start) {
        var changes = CHANGE.matcher(text);
        while (changes.find()) {
            var type = typeOf(changes.group(2));
            if (type != null && isForeign(type)) {
                notOwn(start + changes.start(), changes.group(1), type);
            }
        }
        var inserts = INSERT.matcher(text);
        while (inserts.find()) {
            if (isForeign(inserts.group(1))) {
                notOwn(start + inserts.start(), "insert", inserts.group(1));
            }
        }
    }

    private boolean isForeign(String type) {
        return declared.stream().noneMatch(it -> it.name().equals(type));
    }

    private void notOwn(int offset, String verb, String type) {
        findings.add(
                Diagnostic.error(
                        "not-own-fact",
                        findings.source().at(offset),
                        "A rule cannot "
                                + verb
                                + " a `"
                                + type
                                + "`: it does not declare the type.",
                        LawWords.change(type)));
    }

    private @Nullable String typeOf(String variable) {
        for (var node : rule.getLhs().getDescrs()) {
            if (node instanceof PatternDescr pattern && variable.equals(pattern.getIdentifier())) {
                return pattern.getObjectType();
            }
        }
        return null;
    }

    private void checkLawCalls(String text, int start) {
        var calls = LAW_CALL.matcher(text);
        while (calls.find()) {
            var at = findings.source().at(start + calls.start());
            var method = calls.group(1);
            if (method == null) {
                findings.refuse(
                        at, "`law` can only be called.", "Write `law.award(...)` and the like.");
            } else if (!LawWords.METHODS.contains(method)) {
                findings.add(
                        Diagnostic.error(
                                "unknown-method",
                                findings.source().at(start + calls.start(1)),
                                "`law` has no method `" + method + "`.",
                                LawWords.insteadOf(method)));
            } else if (legality && !VERDICTS.contains(method)) {
                findings.refuse(
                        at,
                        "A legality rule cannot call `law." + method + "`.",
                        "It may call law.forbid, law.permit and law.prevails; do the rest in a"
                                + " rule without agenda-group.");
            } else if (!legality && VERDICTS.contains(method)) {
                findings.refuse(
                        at,
                        "Only a legality rule can call `law." + method + "`.",
                        "Add agenda-group \"legality\" to the rule.");
            }
        }
    }

    private void warnOfSelfActivation(String text, int start) {
        var noLoop = rule.getAttributes().get("no-loop");
        if (noLoop != null && !"false".equals(noLoop.getValue())) {
            return;
        }
        var changes = MODIFY.matcher(text);
        while (changes.find()) {
            var variable = changes.group(1);
            var setters = SETTER.matcher(changes.group(2));
            while (setters.find()) {
                if (reads(variable, setters.group(1))) {
                    findings.add(
                            Diagnostic.warning(
                                    "self-activation",
                                    findings.source().at(start + changes.start()),
                                    "The rule changes what it reads and may fire again and again.",
                                    "Add no-loop, or a condition that the change makes false."));
                    return;
                }
            }
        }
    }

    private boolean reads(String variable, String property) {
        for (var node : rule.getLhs().getDescrs()) {
            if (node instanceof PatternDescr pattern && variable.equals(pattern.getIdentifier())) {
                var field = Character.toLowerCase(property.charAt(0)) + property.substring(1);
                var conditions = pattern.getDescrs().toString();
                return Pattern.compile("\\b" + field + "\\b").matcher(conditions).find()
                        && declared.stream()
                                .anyMatch(it -> it.name().equals(pattern.getObjectType()));
            }
        }
        return false;
    }
}
