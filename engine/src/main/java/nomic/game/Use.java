package nomic.game;

/**
 * What a rule has used. All but the time is counted; the time is measured, and no two runs agree on
 * it.
 *
 * @param firings of its DRL rules
 * @param fuel steps of its code
 * @param bytes estimated bytes that its code allocated
 * @param facts that its code inserted
 * @param asks calls on {@code law} that ask or judge
 * @param text characters that it wrote
 * @param time nanoseconds
 */
public record Use(
        long firings, long fuel, long bytes, long facts, long asks, long text, long time) {
    public static final Use NONE = new Use(0, 0, 0, 0, 0, 0, 0);

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
