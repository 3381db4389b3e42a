package nomic.reading;

/**
 * Something that voters should look at twice. A flag is no refusal and no blame.
 *
 * @param sentence what it is about, for people
 * @param line in that part of the text; 0 for all of it
 */
public record Flag(Name name, String sentence, Where where, int line) {
    /** What kind of thing it is. */
    public enum Name {
        CHANGES_VOTING,
        NAMES_PLAYER,
        CAN_END_GAME,
        CHANGES_RULES,
        TOUCHES_HOLDINGS,
        JUDGES_MOVES,
        HIDDEN_CHARACTERS,
        LOOK_ALIKE,
        TITLE_DIFFERS,
        NO_CODE,
        UNREAD_CODE
    }

    /** The part of the text that it is about. */
    public enum Where {
        TITLE,
        PROSE,
        CODE,
        SENTENCES,
        DSL,
        TESTS,
        TARGET
    }
}
