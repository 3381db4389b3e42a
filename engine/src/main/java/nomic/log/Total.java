package nomic.log;

import nomic.game.Use;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rule has used in all commands of a game so far.
 *
 * @param commands in how many of them it used anything
 */
public record Total(long commands, Use use) {
    private Total plus(Total more) {
        return new Total(commands + more.commands, use.plus(more.use));
    }

    /** Totals by rule id with one more command. */
    static SortedMap<Integer, Total> after(
            SortedMap<Integer, Total> before, SortedMap<Integer, Use> command) {
        if (command.isEmpty()) {
            return before;
        }
        var totals = new TreeMap<>(before);
        command.forEach((rule, use) -> totals.merge(rule, new Total(1, use), Total::plus));
        return Collections.unmodifiableSortedMap(totals);
    }
}
