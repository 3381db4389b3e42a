package nomic.template;

import java.util.List;
import java.util.regex.Pattern;

/** What kind of value a parameter takes. Whatever fits may stand in code and between quotes. */
public sealed interface ValueType {
    /** The name of the kind, for people and programs. */
    String kind();

    /** What is allowed, as the end of a sentence that begins with "Write". */
    String allowed();

    /** True where a value may be filled in. */
    boolean fits(String value);

    /** A whole number. */
    record Number(long min, long max) implements ValueType {
        private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,9}");

        @Override
        public String kind() {
            return "number";
        }

        @Override
        public String allowed() {
            return "a whole number from " + min + " to " + max;
        }

        @Override
        public boolean fits(String value) {
            return DIGITS.matcher(value).matches()
                    && Long.parseLong(value) >= min
                    && Long.parseLong(value) <= max;
        }
    }

    /** The number of a rule. */
    record RuleNumber() implements ValueType {
        private static final Number NUMBERS = new Number(1, 1_000_000);

        @Override
        public String kind() {
            return "rule";
        }

        @Override
        public String allowed() {
            return "the number of a rule, from 1 to 1000000";
        }

        @Override
        public boolean fits(String value) {
            return NUMBERS.fits(value);
        }
    }

    /** A word or a few, such as the name of an office. */
    record Word() implements ValueType {
        private static final Pattern WORDS =
                Pattern.compile("(?=.{1,40}$)[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z0-9]+)*");

        @Override
        public String kind() {
            return "word";
        }

        @Override
        public String allowed() {
            return "1 to 40 letters from a to z, digits, single blanks and hyphens, beginning with"
                    + " a letter";
        }

        @Override
        public boolean fits(String value) {
            return WORDS.matcher(value).matches();
        }
    }

    /** The name of an asset that players hold. */
    record Asset() implements ValueType {
        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,29}");

        @Override
        public String kind() {
            return "asset";
        }

        @Override
        public String allowed() {
            return "1 to 30 small letters from a to z, digits and hyphens, such as points or"
                    + " gold-coins";
        }

        @Override
        public boolean fits(String value) {
            return NAME.matcher(value).matches();
        }
    }

    /** The name of a player. */
    record Player() implements ValueType {
        private static final Pattern NAME =
                Pattern.compile(
                        "(?!.*[\\u0131-\\u0133\\u0138\\u013f\\u0140\\u0149])"
                            + "[A-Za-z0-9_.\\-\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u017e]{1,32}");

        @Override
        public String kind() {
            return "player";
        }

        @Override
        public String allowed() {
            return "the name of a player: 1 to 32 Latin letters, digits, dots, hyphens and"
                    + " underscores";
        }

        @Override
        public boolean fits(String value) {
            return NAME.matcher(value).matches();
        }
    }

    /** One of a few words. */
    record Choice(List<String> options) implements ValueType {
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "choice";
        }

        @Override
        public String allowed() {
            return "one of " + String.join(", ", options);
        }

        @Override
        public boolean fits(String value) {
            return options.contains(value);
        }
    }

    /** Lines of values with commas between them, under a line with the names of the columns. */
    record Rows(List<Parameter> columns, int most) implements ValueType {
        public Rows {
            columns = List.copyOf(columns);
        }

        @Override
        public String kind() {
            return "rows";
        }

        @Override
        public String allowed() {
            return "a first line `"
                    + header()
                    + "` and 1 to "
                    + most
                    + " lines below it, with a comma between two values";
        }

        /** The names of the columns with a comma between them. */
        String header() {
            return String.join(",", columns.stream().map(Parameter::name).toList());
        }

        @Override
        public boolean fits(String value) {
            return ScoreTable.read("", this, value) instanceof ScoreTable.Read.Good;
        }
    }
}
