package nomic.preview;

import java.util.SortedMap;

/**
 * A rule that breaks or passes a limit.
 *
 * @param rule its number
 * @param restored the revision that stays in force instead; 0 where the whole rule sleeps
 * @param use what it used of each budget
 */
public record SuspendedRule(
        int rule, int revision, int restored, String why, SortedMap<String, Long> use) {}
