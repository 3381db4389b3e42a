package nomic.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a proposal does to the rulebook. */
public enum Kind {
    /** Adds a rule. */
    ENACT,
    /** Gives a rule another text. */
    AMEND,
    /** Takes a rule away. */
    REPEAL,
    /** Makes a mutable rule immutable, or an immutable one mutable. */
    TRANSMUTE,
    /** Something that this client does not know. */
    @JsonEnumDefaultValue
    OTHER
}
