package nomic.reading;

/** Text of players as plain text on one line. */
public final class Plain {
    private static final int LONGEST = 200;

    private Plain() {}

    /** Without control characters, line breaks, and characters that no reader sees. */
    public static String line(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .limit(LONGEST + 1L)
                .forEach(c -> plain.appendCodePoint(isShown(c) ? c : ' '));
        String line = plain.toString().strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** In quotation marks. */
    public static String quoted(String text) {
        return "“" + line(text).replace('“', '"').replace('”', '"') + "”";
    }

    static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    false;
            default -> !isInvisible(c);
        };
    }

    /** Letters and marks that fonts draw as nothing. */
    private static boolean isInvisible(int c) {
        return c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || c == 0x3164
                || c == 0xFFA0
                || c == 0x2800
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0x180B && c <= 0x180F)
                || (c >= 0xE0100 && c <= 0xE01EF);
    }
}
