package nomic.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;

/**
 * A rule with all its texts.
 *
 * @param number its present number
 * @param id its first number, which never changes
 * @param history its texts, the oldest first
 */
public record Rule(
        int number,
        int id,
        String title,
        String prose,
        String code,
        boolean mutable,
        int revision,
        Status status,
        String hash,
        List<Text> history) {
    /** Whether a rule counts. */
    public enum Status {
        @JsonProperty("in-force")
        IN_FORCE,
        /** It broke or passed a limit, or its master put it to sleep. */
        SUSPENDED,
        REPEALED,
        /** Something that this client does not know. */
        @JsonEnumDefaultValue
        OTHER
    }

    /** One text of a rule. */
    public record Text(int revision, String title, String prose, String code, String hash) {}
}
