package nomic.session;

/**
 * A line of text that people read as it is: without control characters, changes of direction,
 * halves of characters and other marks that would let it pass for something else.
 */
final class Line {
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Line() {}

    static boolean isPlain(String text) {
        return text.codePoints().allMatch(Line::isPlain);
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.FORMAT -> character == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }

    /** The text with spaces for what is not plain, cut to a length in chars. */
    static String of(String text, int longest) {
        var plain = new StringBuilder();
        text.codePoints()
                .limit(longest)
                .map(character -> isPlain(character) ? character : ' ')
                .forEach(plain::appendCodePoint);
        if (plain.length() > longest) {
            boolean half = Character.isHighSurrogate(plain.charAt(longest - 1));
            plain.setLength(half ? longest - 1 : longest);
        }
        return plain.toString();
    }
}
