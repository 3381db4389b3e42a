package nomic.sentence;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Words that people use for words of sentences.
 *
 * @param said by the author
 * @param column of it in the author's line
 * @param write what to write instead
 */
record Habit(String said, int column, String write) {
    /** A word, and the word of the sentences that is meant. */
    private static final Map<String, String> WORDS =
            Map.of(
                    "someone", "a player",
                    "somebody", "a player",
                    "anyone", "a player",
                    "anybody", "a player",
                    "this", "that",
                    "it", "that");

    private static final Pattern FIRST = Pattern.compile("^([A-Za-z][\\w-]*)\\b");

    /**
     * The word that keeps a line from being read; null where there is none.
     *
     * @param reads whether a text is a sentence, or nearly one
     */
    static @Nullable Habit of(Draft.Line line, Predicate<String> reads) {
        for (String said : List.of("someone", "somebody", "anyone", "anybody", "this", "it")) {
            var word = Pattern.compile("(?i)\\b" + said + "\\b").matcher(line.text());
            String write = WORDS.getOrDefault(said, said);
            if (word.find() && reads.test(word.replaceFirst(write))) {
                word.reset();
                boolean _ = word.find();
                return new Habit(
                        word.group(),
                        line.column() + word.start(),
                        "Write \"" + write + "\" in place of it.");
            }
        }
        var first = FIRST.matcher(line.text());
        return first.find() && reads.test(first.replaceFirst("a player"))
                ? new Habit(
                        first.group(),
                        line.column(),
                        "For one player alone write \"a player\" in place of the name, and on the"
                                + " line below: that player is the same as \""
                                + first.group()
                                + "\".")
                : null;
    }
}
