package nomic.record;

import nomic.game.Command;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.Limit;
import nomic.game.Limits;
import nomic.game.Past;
import nomic.log.Entry;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** Sees to it that no record has its commands decided with more than a server would allow. */
final class Bounded {
    private Bounded() {}

    /**
     * @throws IllegalArgumentException where an entry names limits that no game can have
     */
    static void check(Entry entry) {
        switch (entry.envelope().command()) {
            case Command.CreateGame create -> check(create.limits());
            case Command.ForkGame fork -> {
                check(fork.limits());
                check(fork.past().state());
            }
            case Command.Order.ChangeLimits change -> check(change.amounts());
            default -> {}
        }
        Past past = entry.envelope().past();
        check(past == null ? null : past.state());
        entry.events()
                .forEach(
                        occurrence -> {
                            switch (occurrence.event()) {
                                case Event.GameCreated created -> check(created.limits());
                                case Event.LimitsChanged changed -> check(changed.amounts());
                                case Event.RolledBack back -> check(back.state());
                                case Event.GameForked forked -> check(forked.state());
                                default -> {}
                            }
                        });
    }

    private static void check(@Nullable GameState state) {
        if (state != null) {
            check(state.limits());
        }
    }

    private static void check(Limits limits) {
        for (Limit limit : Limit.values()) {
            check(limit, limits.of(limit));
        }
    }

    private static void check(Map<String, Long> amounts) {
        amounts.forEach(
                (name, amount) -> {
                    Limit limit = Limit.named(name);
                    if (limit != null) {
                        check(limit, amount);
                    }
                });
    }

    private static void check(Limit limit, long amount) {
        if (amount < 0 || amount > limit.most()) {
            throw new IllegalArgumentException(
                    "A game cannot have the limit " + limit.word() + " " + amount);
        }
    }
}
