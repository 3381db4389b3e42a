package nomic.reading;

import nomic.code.Outline.Condition;
import nomic.code.Outline.Constraint;
import nomic.code.Outline.Form;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells the conditions of one DRL rule. */
final class Conditions {
    private final Variables variables;
    private final Values values;

    Conditions(Variables variables) {
        this.variables = variables;
        this.values = new Values(variables.names());
    }

    Values values() {
        return values;
    }

    String of(List<Condition> conditions) {
        return conditions.stream().map(this::of).collect(Collectors.joining(", and "));
    }

    String of(Condition condition) {
        return switch (condition.form()) {
            case FACT -> positive(condition);
            case NOT -> negative(condition.parts());
            case EXISTS -> "at least once " + of(condition.parts());
            case FORALL -> forAll(condition.parts());
            case ANY ->
                    "either "
                            + condition.parts().stream()
                                    .map(this::of)
                                    .collect(Collectors.joining(", or "));
            case ALL -> "both " + of(condition.parts());
            case ACCUMULATE -> accumulate(condition);
            case COLLECT ->
                    "a list is made of every case in which "
                            + of(condition.parts())
                            + and(asked(condition, "that list"));
            case FROM ->
                    "there is "
                            + Words.one(Words.noun(condition.type()))
                            + " from "
                            + values.of(condition.text())
                            + clauses(condition);
            case EVAL -> "it is true that " + values.of(condition.text());
        };
    }

    private String positive(Condition condition) {
        String special = Patterns.special(condition, this, false);
        if (special != null) {
            return special;
        }
        String happening = happening(condition);
        if (happening != null) {
            return happening + clauses(condition);
        }
        String noun = Words.NOUNS.getOrDefault(condition.type(), condition.type());
        return "there is " + Words.one(noun) + clauses(condition);
    }

    private String negative(List<Condition> parts) {
        if (parts.size() != 1 || parts.getFirst().form() != Form.FACT) {
            return "it is not so that " + of(parts);
        }
        Condition condition = parts.getFirst();
        String special = Patterns.special(condition, this, true);
        if (special != null) {
            return special;
        }
        String happening = happening(condition);
        if (happening == null) {
            String noun = Words.NOUNS.getOrDefault(condition.type(), condition.type());
            return "there is no " + noun + clauses(condition);
        }
        return happening.startsWith("a ")
                ? "no " + happening.substring(2) + clauses(condition)
                : "it is not so that " + happening + clauses(condition);
    }

    private static @Nullable String happening(Condition condition) {
        if (condition.type().equals("Claim")) {
            for (Constraint each : condition.constraints()) {
                if (each.left().equals("kind") && each.operator().equals("==")) {
                    return Words.CLAIMS.get(each.right().replace("ClaimKind.", ""));
                }
            }
        }
        return Words.HAPPENINGS.get(condition.type());
    }

    private String forAll(List<Condition> parts) {
        if (parts.size() == 1) {
            Condition only = parts.getFirst();
            return "every " + Words.noun(only.type()) + " is one" + clauses(only);
        }
        Condition base = parts.getFirst();
        return "for every "
                + Words.noun(base.type())
                + clauses(base)
                + " "
                + of(parts.subList(1, parts.size()));
    }

    private String accumulate(Condition condition) {
        List<String> results = new ArrayList<>();
        for (String call : Values.parts(condition.text(), ',')) {
            results.add(result(call));
        }
        return String.join(" and ", results)
                + ", taken over every case in which "
                + of(condition.parts())
                + and(asked(condition, ""));
    }

    private String result(String call) {
        int colon = call.indexOf(" : ");
        String function = call.substring(Math.max(0, colon < 0 ? 0 : colon + 3));
        String name = colon < 0 ? "" : values.of(call.substring(0, colon));
        String of = function.replaceAll("^\\w+\\(|\\)$", "");
        String what =
                switch (function.replaceAll("\\(.*", "")) {
                    case "count" -> "how many there are";
                    case "sum" -> "the sum of " + values.of(of);
                    case "min" -> "the least of " + values.of(of);
                    case "max" -> "the greatest of " + values.of(of);
                    case "average" -> "the average of " + values.of(of);
                    default -> "the list of " + values.of(of);
                };
        return name.isEmpty() ? what : name + " is " + what;
    }

    private static String and(String asked) {
        return asked.isEmpty() ? "" : ", where " + asked;
    }

    /** Constraints on a result, as clauses of their own. */
    private String asked(Condition condition, String subject) {
        return condition.constraints().stream()
                .filter(each -> !each.onlyBinds())
                .map(each -> statement(each, subject))
                .collect(Collectors.joining(" and "));
    }

    private String statement(Constraint constraint, String subject) {
        if (!constraint.parts().isEmpty()) {
            return constraint.parts().stream()
                    .map(part -> statement(part, subject))
                    .collect(Collectors.joining(joint(constraint)));
        }
        String left = (subject.isEmpty() ? "" : "the ") + values.of(constraint.left());
        String of = subject.isEmpty() ? "" : " of " + subject;
        return constraint.operator().isEmpty()
                ? values.of(constraint.left()) + " holds"
                : left + of + " " + compared(constraint);
    }

    /** What is asked of a fact, as clauses behind its noun. */
    String clauses(Condition condition) {
        return clauses(condition, List.of());
    }

    /**
     * @param told fields of which enough has been said
     */
    String clauses(Condition condition, List<String> told) {
        String type = condition.type();
        List<String> clauses = new ArrayList<>();
        if (variables.isLettered(condition.binding())) {
            clauses.add("called " + values.of(condition.binding()));
        }
        for (Constraint each : condition.constraints()) {
            boolean known =
                    told.contains(each.left())
                            || (type.equals("Claim")
                                    && each.left().equals("kind")
                                    && each.operator().equals("=="));
            String clause = known ? introduced(each, type) : clause(each, type);
            if (!clause.isEmpty()) {
                clauses.add(clause);
            }
        }
        return clauses.isEmpty() ? "" : " " + String.join(" and ", clauses);
    }

    private String introduced(Constraint constraint, String type) {
        if (constraint.left().equals("this")) {
            return "";
        }
        return variables.isLettered(constraint.binding())
                        && !constraint.left().equals(Words.IDENTITIES.get(type))
                ? "whose "
                        + Words.noun(type, constraint.left())
                        + " is called "
                        + values.of(constraint.binding())
                : variables.isLettered(constraint.binding())
                        ? "called " + values.of(constraint.binding())
                        : "";
    }

    private String clause(Constraint constraint, String type) {
        if (!constraint.parts().isEmpty()) {
            return "("
                    + constraint.parts().stream()
                            .map(part -> clause(part, type))
                            .collect(Collectors.joining(joint(constraint)))
                    + ")";
        }
        String introduced = introduced(constraint, type);
        if (constraint.onlyBinds()) {
            return introduced;
        }
        String own = Patterns.clause(constraint, type, values);
        String clause = own == null ? plain(constraint, type) : own;
        return introduced.isEmpty() ? clause : introduced + " and " + clause;
    }

    private String plain(Constraint constraint, String type) {
        String left = constraint.left();
        if (constraint.operator().isEmpty()) {
            boolean not = left.startsWith("!");
            String field = left.substring(not ? 1 : 0).strip();
            return field.matches("\\w+")
                    ? pronoun(type) + (not ? " is not " : " is ") + Words.spaced(field)
                    : "for which " + values.of(left) + " holds";
        }
        if (left.equals("this")) {
            return pronoun(type) + " " + compared(constraint);
        }
        return left.matches("[a-z]\\w*")
                ? "whose " + Words.noun(type, left) + " " + compared(constraint)
                : "for which " + values.of(left) + " " + compared(constraint);
    }

    static String pronoun(String type) {
        return type.equals("Player") ? "who" : "that";
    }

    private static String joint(Constraint constraint) {
        return constraint.operator().equals("||") ? " or " : " and ";
    }

    /** The operator and what stands right of it. */
    String compared(Constraint constraint) {
        return operator(constraint.operator()) + " " + values.of(constraint.right());
    }

    static String operator(String operator) {
        return switch (operator) {
            case "==" -> "is";
            case "!=" -> "is not";
            case ">" -> "is more than";
            case ">=" -> "is at least";
            case "<" -> "is less than";
            case "<=" -> "is at most";
            case "memberOf" -> "is among";
            case "not memberOf" -> "is not among";
            case "matches" -> "matches the pattern";
            case "not matches" -> "does not match the pattern";
            case "contains" -> "contains";
            case "not contains" -> "does not contain";
            default -> operator.toLowerCase(Locale.ROOT);
        };
    }
}
