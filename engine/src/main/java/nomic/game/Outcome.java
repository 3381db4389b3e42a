package nomic.game;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How a command ended. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
public sealed interface Outcome {
    /** It was carried out. */
    record Accepted() implements Outcome {}

    /** It was refused; the only events that follow are faults of rules. */
    record Refused(Refusal refusal) implements Outcome {}
}
