package nomic.code;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.util.List;

/**
 * The parsed form of the code of a rule, as plain data. Lines are those of the author's text, 0
 * where there is none; texts that are too long are cut and end in an ellipsis.
 *
 * @param rules the DRL rules in the order of the text
 * @param types the fact types that the code declares
 * @param literals every text of the code, and the whole numbers of conditions, consequences and
 *     functions
 * @param frame the code without its DRL rules: imports, declarations, functions, queries
 * @param cut whether there was more than an outline holds, so that something is missing
 */
public record Outline(
        List<DrlRule> rules,
        List<DrlQuery> queries,
        List<DeclaredType> types,
        List<Literal> literals,
        String frame,
        boolean cut) {
    /** The outline of no code. */
    public static final Outline NONE =
            new Outline(List.of(), List.of(), List.of(), List.of(), "", false);

    public Outline {
        rules = List.copyOf(rules);
        queries = List.copyOf(queries);
        types = List.copyOf(types);
        literals = List.copyOf(literals);
    }

    /**
     * A DRL rule.
     *
     * @param legality whether it judges moves and claims
     * @param sources the text of each condition; empty where they cannot be told apart
     */
    public record DrlRule(
            String name,
            int line,
            boolean legality,
            List<Condition> conditions,
            List<String> sources,
            List<Deed> deeds) {
        public DrlRule {
            conditions = List.copyOf(conditions);
            sources = List.copyOf(sources);
            deeds = List.copyOf(deeds);
        }
    }

    /** A DRL query, which conditions of the same code use like a fact. */
    public record DrlQuery(String name, int line, List<Condition> conditions) {
        public DrlQuery {
            conditions = List.copyOf(conditions);
        }
    }

    /** How a condition is meant. */
    public enum Form {
        /** There is such a fact. */
        FACT,
        /** The parts hold for no facts. */
        NOT,
        /** The parts hold for some facts. */
        EXISTS,
        /** For every fact of the first part there are facts of the others. */
        FORALL,
        /** One of the parts holds. */
        ANY,
        /** All parts hold. */
        ALL,
        /** The text computes something from all facts of the parts. */
        ACCUMULATE,
        /** A list of all facts of the parts. */
        COLLECT,
        /** A value from what the text computes. */
        FROM,
        /** The text is true. */
        EVAL
    }

    /**
     * A condition, which may have others as parts.
     *
     * @param type of the fact; empty where the form has none
     * @param binding the variable of the fact, empty for none
     * @param text what is computed; empty where nothing is
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Condition(
            Form form,
            String type,
            String binding,
            List<Constraint> constraints,
            String text,
            List<Condition> parts,
            int line) {
        public Condition {
            type = orEmpty(type);
            binding = orEmpty(binding);
            text = orEmpty(text);
            constraints = orEmpty(constraints);
            parts = orEmpty(parts);
        }
    }

    /**
     * What is asked of a fact.
     *
     * @param text as the author wrote it
     * @param binding the variable that takes the value of {@code left}; empty for none
     * @param left a field or another expression; with no operator it is true, or merely bound
     * @param operator such as {@code ==} or {@code not matches}; for {@code &&} and {@code ||} the
     *     parts are what is joined
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Constraint(
            String text,
            String binding,
            String left,
            String operator,
            String right,
            List<Constraint> parts) {
        public Constraint {
            text = orEmpty(text);
            binding = orEmpty(binding);
            left = orEmpty(left);
            operator = orEmpty(operator);
            right = orEmpty(right);
            parts = orEmpty(parts);
        }

        /** Whether it does nothing but bind a variable. */
        public boolean onlyBinds() {
            return !binding.isEmpty() && operator.isEmpty();
        }
    }

    /** What a deed does. */
    public enum Act {
        /** Calls the method of {@code law} that is its name. */
        LAW,
        /** Inserts a fact of the type that is its name; the arguments are its fields. */
        INSERT,
        /** Changes a fact of the type that is its name; the arguments are calls of setters. */
        MODIFY,
        /** Deletes a fact of the type that is its name. */
        DELETE,
        /** Code that could not be read; the argument is its text. */
        OTHER
    }

    /**
     * Something that a rule does when it fires.
     *
     * @param under the conditions and loops of the code around it, outermost first
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Deed(Act act, String name, List<String> arguments, List<String> under, int line) {
        public Deed {
            name = orEmpty(name);
            arguments = orEmpty(arguments);
            under = orEmpty(under);
        }
    }

    /**
     * A text or a whole number in the code. Texts that are joined by {@code +} are one text as
     * well.
     *
     * @param text its value, without quotes
     * @param number whether it is a whole number
     * @param of where it stands: {@code Type.field} or {@code law.method}; else empty
     */
    public record Literal(String text, boolean number, String of, int line) {}

    /** About how many bytes it takes in memory. */
    long bytes() {
        long characters = frame.length();
        for (DrlRule rule : rules) {
            characters += 4L * rule.sources().stream().mapToInt(String::length).sum();
            characters +=
                    rule.deeds().stream()
                            .flatMap(deed -> deed.arguments().stream())
                            .mapToInt(String::length)
                            .sum();
        }
        return 2 * characters + 200L * (rules.size() + literals.size());
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
