package nomic.client;

/** The bots that the server itself seats. */
public enum BotKind {
    /** Makes moves by chance, as far as rules permit them. */
    RANDOM,
    /** Looks at what a change would do before it votes, and is against what costs it points. */
    CAREFUL
}
