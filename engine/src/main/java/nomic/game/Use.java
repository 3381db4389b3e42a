package nomic.game;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;

import java.util.Map;

/**
 * What a rule has used. All but the time is counted; the time is measured, and no two runs agree on
 * it. Written without zeros.
 *
 * @param firings of its DRL rules
 * @param fuel steps of its code
 * @param bytes estimated bytes that its code allocated
 * @param facts that its code inserted
 * @param asks calls on {@code law} that ask or judge
 * @param text characters that it wrote
 * @param time nanoseconds
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Use(
        long firings, long fuel, long bytes, long facts, long asks, long text, long time) {
    public static final Use NONE = new Use(0, 0, 0, 0, 0, 0, 0);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Use read(Map<String, Long> used) {
        return new Use(
                used.getOrDefault("firings", 0L),
                used.getOrDefault("fuel", 0L),
                used.getOrDefault("bytes", 0L),
                used.getOrDefault("facts", 0L),
                used.getOrDefault("asks", 0L),
                used.getOrDefault("text", 0L),
                used.getOrDefault("time", 0L));
    }

    public Use plus(Use more) {
        return new Use(
                firings + more.firings,
                fuel + more.fuel,
                bytes + more.bytes,
                facts + more.facts,
                asks + more.asks,
                text + more.text,
                time + more.time);
    }
}
