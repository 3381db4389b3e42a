package nomic.session;

import nomic.game.GameState;
import nomic.game.Refusal;
import nomic.law.Input;
import nomic.law.Offer;
import nomic.law.Player;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The arguments of an action, checked against the inputs that its offer asks for. */
sealed interface Arguments {
    record Good(Map<String, Object> arguments) implements Arguments {}

    record Bad(String reason, String hint) implements Arguments {}

    /** Goes on with good arguments; bad ones are refused. */
    default Prepared map(Function<Map<String, Object>, Prepared> next) {
        return switch (this) {
            case Good good -> next.apply(good.arguments());
            case Bad bad ->
                    new Prepared.Refused(
                            new Refusal.Malformed(
                                    Refusal.Problem.BAD_ARGUMENT, bad.reason(), bad.hint()));
        };
    }

    static Arguments check(Offer offer, Map<String, Object> given, GameState state) {
        var good = new TreeMap<String, Object>();
        for (Input input : offer.inputs()) {
            Object value = given.get(input.name());
            String wrong = wrong(input, value, state);
            if (wrong != null) {
                return new Bad(
                        "The input " + input.name() + " of " + offer.name() + " is wrong.", wrong);
            }
            good.put(input.name(), value instanceof Number n ? (Object) n.longValue() : value);
        }
        var unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(good.keySet());
        return unknown.isEmpty()
                ? new Good(good)
                : new Bad(
                        offer.name() + " has no input " + unknown.first() + ".",
                        "Its inputs are " + good.keySet() + ".");
    }

    private static @Nullable String wrong(Input input, @Nullable Object value, GameState state) {
        boolean fits =
                switch (input.type()) {
                    case NUMBER ->
                            (value instanceof Integer || value instanceof Long)
                                    && ((Number) value).longValue() >= input.min()
                                    && ((Number) value).longValue() <= input.max();
                    case TEXT ->
                            value instanceof String text
                                    && text.length() <= input.max()
                                    && Line.isPlain(text);
                    case CHOICE -> value instanceof String text && input.choices().contains(text);
                    case PLAYER ->
                            value instanceof String name
                                    && state.players().get(name) instanceof Player player
                                    && player.isActive();
                    case FLAG -> value instanceof Boolean;
                };
        return fits ? null : wanted(input);
    }

    private static String wanted(Input input) {
        return switch (input.type()) {
            case NUMBER -> "Give a whole number from " + input.min() + " to " + input.max() + ".";
            case TEXT -> "Give a text of one line and at most " + input.max() + " characters.";
            case CHOICE -> "Give one of " + input.choices() + ".";
            case PLAYER -> "Give the name of an active player.";
            case FLAG -> "Give true or false.";
        };
    }
}
