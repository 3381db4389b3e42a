package nomic.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a Judge answers to the statement of a case. */
public enum Answer {
    TRUE,
    FALSE,
    /** A move is as legal as it is illegal. */
    PARADOX,
    /** That can never be settled. */
    UNDECIDABLE,
    /** Play cannot go on. */
    IMPOSSIBLE,
    /** Something that this client does not know. */
    @JsonEnumDefaultValue
    OTHER
}
