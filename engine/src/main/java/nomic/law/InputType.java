package nomic.law;

/** The type of a value that an offered action asks for. */
public enum InputType {
    NUMBER,
    TEXT,
    CHOICE,
    PLAYER,
    FLAG
}
