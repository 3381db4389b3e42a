package nomic.server.setting;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What the value of a setting may be. */
sealed interface Form {
    /** What is allowed, to be read after "it has to be". */
    String allowed();

    /** What is wrong with a value; null where nothing is. */
    @Nullable String wrong(String value);

    private static @Nullable String unless(boolean right, Form form) {
        return right ? null : "it has to be " + form.allowed();
    }

    /** A text that matches a pattern as a whole. */
    record Text(Pattern pattern, String allowed) implements Form {
        static Text any(String allowed) {
            return new Text(Pattern.compile("[^\\p{Cntrl}]+"), allowed);
        }

        @Override
        public @Nullable String wrong(String value) {
            return unless(pattern.matcher(value).matches(), this);
        }
    }

    /** Texts that match a pattern, with commas between them. */
    record Texts(Pattern each, String allowed) implements Form {
        @Override
        public @Nullable String wrong(String value) {
            return List.of(value.split(",", -1)).stream()
                    .map(String::strip)
                    .filter(text -> !each.matcher(text).matches())
                    .findFirst()
                    .map(text -> "'" + text + "' in it has to be " + allowed)
                    .orElse(null);
        }
    }

    /** A whole number in a range. */
    record Whole(int least, int most) implements Form {
        @Override
        public String allowed() {
            return "a whole number from " + least + " to " + most;
        }

        @Override
        public @Nullable String wrong(String value) {
            return unless(value.matches("[0-9]{1,9}") && inRange(Integer.parseInt(value)), this);
        }

        private boolean inRange(int number) {
            return number >= least && number <= most;
        }
    }

    /** One of some words. */
    record Word(List<String> words) implements Form {
        static final Word YES_OR_NO = new Word(List.of("true", "false"));

        static Word of(String... words) {
            return new Word(List.of(words));
        }

        @Override
        public String allowed() {
            return String.join(" or ", words);
        }

        @Override
        public @Nullable String wrong(String value) {
            return unless(words.contains(value), this);
        }
    }

    /**
     * What a reader takes.
     *
     * @param reader throws IllegalArgumentException with what is wrong
     */
    record Readable(Consumer<String> reader, String allowed) implements Form {
        @Override
        public @Nullable String wrong(String value) {
            try {
                reader.accept(value);
                return null;
            } catch (IllegalArgumentException e) {
                return e.getMessage();
            }
        }
    }
}
