package nomic.code;

/** A place in the author's text; lines and columns count from 1, 0 means none. */
record Position(int line, int column) {
    static final Position WHOLE = new Position(0, 0);
}
