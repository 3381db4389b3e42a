package nomic.log;

import nomic.game.Cause;
import nomic.game.Command;
import nomic.game.DeadlineEntry;
import nomic.game.Decided;
import nomic.game.Decider;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.game.Refusal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * A game in which order matters: there are a few coins, and who comes too late is refused. {@code
 * wake} sets a deadline, and each that passes brings a coin.
 */
final class CoinRules implements Decider {
    private static final String BANK = "the bank";
    private static final String COINS = "coins";
    private static final int FIRST_COINS = 6;

    /** To which the deadlines belong. */
    private static final Event.Founded RULE =
            Event.Founded.of(
                    new Command.FoundingRule(101, "Coins", false, "There are coins.", ""),
                    "",
                    Collections.emptySortedSet());

    @Override
    public Decided decide(GameState state, Envelope envelope) {
        List<Event> events = events(state, envelope);
        Outcome outcome =
                events.isEmpty()
                        ? new Outcome.Refused(
                                new Refusal.Malformed(
                                        Refusal.Problem.BAD_ARGUMENT, "There is nothing left.", ""))
                        : new Outcome.Accepted();
        GameState after = Evolution.evolve(state, events);
        var cause = new Cause.ByMove(envelope.command().getClass().getSimpleName());
        return new Decided(
                envelope,
                outcome,
                events.stream().map(event -> new Occurrence(event, cause)).toList(),
                after,
                state.rulebookHash(),
                after.hash(),
                new TreeMap<>());
    }

    private static List<Event> events(GameState state, Envelope envelope) {
        String player = envelope.player();
        return switch (envelope.command()) {
            case Command.CreateGame create when !state.exists() ->
                    List.of(
                            new Event.GameCreated(
                                    create.name(),
                                    create.ruleset(),
                                    player,
                                    List.of(RULE),
                                    create.limits(),
                                    null),
                            new Event.HoldingChanged(BANK, COINS, 0, FIRST_COINS));
            case Command.Join _ when !state.players().containsKey(player) ->
                    List.of(new Event.PlayerJoined(player, state.players().size() + 1));
            case Command.Act act when act.name().equals("take") -> take(state, player);
            case Command.Act act when act.name().equals("wake") ->
                    List.of(
                            new Event.DeadlineSet(
                                    envelope.id(),
                                    envelope.at()
                                            .plus(
                                                    Duration.parse(
                                                            (String) act.arguments().get("in"))),
                                    RULE.number()));
            case Command.PassTime _ -> pass(state, envelope);
            default -> List.of();
        };
    }

    private static List<Event> take(GameState state, String player) {
        long left = state.holding(BANK, COINS);
        long has = state.holding(player, COINS);
        return left == 0
                ? List.of()
                : List.of(
                        new Event.HoldingChanged(BANK, COINS, left, left - 1),
                        new Event.HoldingChanged(player, COINS, has, has + 1));
    }

    private static List<Event> pass(GameState state, Envelope envelope) {
        List<Event> events = new ArrayList<>();
        long coins = state.holding(BANK, COINS);
        for (DeadlineEntry deadline : state.deadlines().values()) {
            if (!deadline.at().isAfter(envelope.at())) {
                events.add(new Event.DeadlinePassed(deadline.name(), deadline.at()));
                events.add(new Event.HoldingChanged(BANK, COINS, coins, ++coins));
            }
        }
        return events;
    }
}
