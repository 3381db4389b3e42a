package nomic.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a ballot says. */
public enum Choice {
    FOR,
    AGAINST,
    ABSTAIN,
    /** Something that this client does not know. */
    @JsonEnumDefaultValue
    OTHER
}
