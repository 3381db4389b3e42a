package nomic.code;

/**
 * A text that pays for each character that a regular expression looks at.
 *
 * @param ways how many ways the expression may try at one place, see {@link PatternCost}
 */
record MeteredText(CharSequence text, int ways) implements CharSequence {
    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        Fuel.meter().burn(ways);
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new MeteredText(text.subSequence(start, end), ways);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
