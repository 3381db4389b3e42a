package nomic.session;

import nomic.law.Input;
import nomic.law.Offer;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Map;

/** Counts the characters of texts in plain data. */
final class Characters {
    private Characters() {}

    static long in(@Nullable Object value) {
        return switch (value) {
            case String text -> text.length();
            case Map<?, ?> map -> in(map.values());
            case Input input -> in(input);
            case Collection<?> many -> {
                long sum = 0;
                for (Object each : many) {
                    sum += in(each);
                }
                yield sum;
            }
            case null, default -> 0;
        };
    }

    static long in(Offer offer) {
        long sum = offer.name().length() + (long) offer.title().length();
        return sum + in(offer.inputs());
    }

    private static long in(Input input) {
        return input.name().length() + in(input.choices());
    }

    /** What an ask says in words of its rule. */
    static long in(Ask ask) {
        return switch (ask) {
            case Ask.Announce(String text) -> text.length();
            case Ask.Win(_, String why) -> why.length();
            case Ask.Draw(String why) -> why.length();
            case Ask.Remove(_, String why) -> why.length();
            case Ask.Suspend(_, _, String why) -> why.length();
            case Ask.Open(Offer offer) -> in(offer);
            case Ask.Award(_, String asset, _) -> asset.length();
            case Ask.Transfer(_, _, String asset, _) -> asset.length();
            case Ask.Schedule(String name, _) -> name.length();
            case Ask.Cancel(String name) -> name.length();
            case Ask.Withdraw(_, String name) -> name.length();
            case Ask.Adopt _,
                    Ask.Defeat _,
                    Ask.OpenVote _,
                    Ask.CastBallot _,
                    Ask.Conceal _,
                    Ask.Reveal _,
                    Ask.PassTurn _,
                    Ask.Stand _,
                    Ask.Declare _,
                    Ask.Appoint _,
                    Ask.Overrule _,
                    Ask.CloseCase _,
                    Ask.NumberFrom _,
                    Ask.Renumber _ ->
                    0;
        };
    }
}
