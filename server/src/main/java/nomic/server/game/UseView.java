package nomic.server.game;

import nomic.game.GameState;
import nomic.game.Use;

import java.util.List;
import java.util.SortedMap;

/**
 * What a rule has used in one command, as clients see it.
 *
 * @param rule its present number
 * @param id its first number, for ever
 * @param time nanoseconds, measured
 */
record UseView(
        int rule,
        int id,
        long firings,
        long fuel,
        long bytes,
        long facts,
        long asks,
        long text,
        long time) {
    static List<UseView> all(SortedMap<Integer, Use> use, GameState state) {
        return use.entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue(), state))
                .toList();
    }

    private static UseView of(int id, Use use, GameState state) {
        return new UseView(
                state.numberOf(id),
                id,
                use.firings(),
                use.fuel(),
                use.bytes(),
                use.facts(),
                use.asks(),
                use.text(),
                use.time());
    }
}
