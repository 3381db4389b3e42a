package nomic.sentence;

/**
 * A sentence that laws can use, or words that can stand in a place of one.
 *
 * @param stands what the words stand for, such as {@code player}; empty for a sentence
 * @param text with its places in braces
 * @param code what it expands to, with its places in braces
 * @param section the heading that it stands under, such as {@code Players}; may be empty
 * @param origin where it comes from: {@code standard}, {@code rule 305}, ...
 */
public record Sentence(
        Part part, String stands, String text, String code, String section, String origin) {
    /** Where it stands in a law. */
    public enum Part {
        WHEN,
        THEN,
        /** In a place of a sentence, in either part. */
        WORDS
    }
}
