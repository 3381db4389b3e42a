package nomic.sentence;

/** Code in the making, with the place of the sentence that each line comes from. */
final class CodeText {
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private final Origins origins = new Origins();

    /** A line of its own. */
    void line(String code, Draft.Line from) {
        line(code, from.number(), from.column());
    }

    void line(String code, int line, int column) {
        text.append(code).append('\n');
        origins.add(line, column);
    }

    /** What a sentence expands to: one line or several. */
    void block(String code, Draft.Line from) {
        code.lines().forEach(each -> line(INDENT + each.strip(), from));
    }

    void add(CodeText more) {
        text.append(more.text);
        origins.add(more.origins);
    }

    int length() {
        return text.length();
    }

    Expansion.Code finish() {
        return new Expansion.Code(text.toString(), origins);
    }
}
