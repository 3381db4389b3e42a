package nomic.server.web;

import com.fasterxml.jackson.databind.JsonNode;

/** Text that every part of the server can store and hash: well-formed, and without controls. */
final class Unicode {
    private Unicode() {}

    /** Rejects a tree with a text or a member name that is not such text. */
    static void check(JsonNode tree) {
        if (tree.isTextual()) {
            check(tree.textValue());
        }
        tree.fieldNames().forEachRemaining(Unicode::check);
        tree.forEach(Unicode::check);
    }

    private static void check(String text) {
        if (!text.codePoints().allMatch(Unicode::storable)) {
            throw ProblemType.MALFORMED_JSON
                    .because(
                            "A text holds a control character other than tab and line end,"
                                    + " or half of a surrogate pair; leave it out.")
                    .rejection();
        }
    }

    private static boolean storable(int c) {
        boolean space = c == '\t' || c == '\n' || c == '\r';
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return space || (!Character.isISOControl(c) && !surrogate);
    }
}
