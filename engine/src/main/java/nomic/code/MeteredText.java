package nomic.code;

/** A text that pays for each character that a regular expression looks at. */
record MeteredText(CharSequence text) implements CharSequence {
    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        Fuel.meter().burn(1);
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new MeteredText(text.subSequence(start, end));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
