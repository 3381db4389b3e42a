package nomic.game;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an author gives with the title, prose and code of a rule; each is empty where it is not
 * given. Written as those that are not empty, by name.
 *
 * @param sentences the rule in sentences, of which the code is the expansion
 * @param dsl the sentences that the rule brings, in the format of Drools
 * @param tests scripted games that show what the rule does
 */
public record Attachments(String sentences, String dsl, String tests) {
    public static final Attachments NONE = new Attachments("", "", "");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Attachments read(Map<String, String> byName) {
        return new Attachments(
                byName.getOrDefault("sentences", ""),
                byName.getOrDefault("dsl", ""),
                byName.getOrDefault("tests", ""));
    }

    static Attachments orNone(@Nullable Attachments recorded) {
        return recorded == null ? NONE : recorded;
    }

    @JsonValue
    SortedMap<String, String> given() {
        var given = new TreeMap<>(Map.of("sentences", sentences, "dsl", dsl, "tests", tests));
        given.values().removeIf(String::isEmpty);
        return given;
    }
}
