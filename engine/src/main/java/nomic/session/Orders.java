package nomic.session;

import nomic.game.Command.Order;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.GameStatus;
import nomic.game.Limit;
import nomic.game.Past;
import nomic.game.Refusal.Problem;
import nomic.game.RuleEntry;
import nomic.law.Player;
import nomic.law.RuleStatus;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the kernel says of the orders of a game master. */
final class Orders {
    private static final int LONGEST_REASON = 500;

    private final RuleText texts;

    Orders(RuleText texts) {
        this.texts = texts;
    }

    Prepared prepare(GameState state, Envelope envelope, Order order) {
        if (!envelope.player().equals(state.master())) {
            return Prepared.no(
                    Problem.NOT_THE_MASTER,
                    "Only the game master " + state.master() + " can order this.",
                    "Ask the game master.");
        }
        boolean afterwards = order instanceof Order.RollBack || order instanceof Order.HandOver;
        if (state.status() == GameStatus.FINISHED && !afterwards) {
            return Kernel.over(state);
        }
        String missing = missing(reason(order));
        if (!missing.isEmpty()) {
            return Prepared.bad(missing, "All players read the reason.");
        }
        return switch (order) {
            case Order.Pause pause -> pause(state, envelope, pause);
            case Order.Resume _ -> resume(state, envelope);
            case Order.SuspendRule suspend -> suspend(state, suspend);
            case Order.ReinstateRule reinstate -> reinstate(state, reinstate);
            case Order.ChangeLimits change -> change(change);
            case Order.Kick kick -> kick(state, kick);
            case Order.HandOver over -> handOver(state, over);
            case Order.EndGame end -> unnoticed("end-game", new Event.GameEnded(end.reason()));
            case Order.RollBack back -> rollBack(state, envelope, back);
        };
    }

    /** Null for an order that needs none. */
    private static @Nullable String reason(Order order) {
        return switch (order) {
            case Order.Pause o -> o.reason();
            case Order.SuspendRule o -> o.reason();
            case Order.ReinstateRule o -> o.reason();
            case Order.ChangeLimits o -> o.reason();
            case Order.Kick o -> o.reason();
            case Order.EndGame o -> o.reason();
            case Order.RollBack o -> o.reason();
            case Order.Resume _, Order.HandOver _ -> null;
        };
    }

    private static String missing(@Nullable String reason) {
        if (reason == null) {
            return "";
        }
        String broken = RuleText.broken(reason, LONGEST_REASON);
        return reason.isBlank() || !broken.isEmpty() ? "The reason is missing" + broken + "." : "";
    }

    private static Prepared noticed(String name, Event event) {
        return new Prepared.Ordered(name, List.of(event), true);
    }

    private static Prepared unnoticed(String name, Event event) {
        return new Prepared.Ordered(name, List.of(event), false);
    }

    private static Prepared pause(GameState state, Envelope envelope, Order.Pause pause) {
        return state.paused() == null
                ? unnoticed("pause", new Event.GamePaused(pause.reason(), envelope.at()))
                : Prepared.no(
                        Problem.PAUSED,
                        "The game is paused already, since " + state.paused().since() + ".",
                        "Resume it.");
    }

    private static Prepared resume(GameState state, Envelope envelope) {
        return state.paused() == null
                ? Prepared.no(Problem.NOT_PAUSED, "The game is not paused.", "Play on.")
                : noticed("resume", new Event.GameResumed(state.paused().since(), envelope.at()));
    }

    private static Prepared suspend(GameState state, Order.SuspendRule suspend) {
        RuleEntry rule = state.rule(suspend.rule());
        if (rule == null) {
            return unknownRule(suspend.rule());
        }
        return rule.inForce()
                ? noticed(
                        "suspend-rule",
                        new Event.RuleSuspended(
                                rule.number(),
                                rule.id(),
                                rule.revision(),
                                0,
                                suspend.reason(),
                                new TreeMap<>()))
                : Prepared.no(
                        Problem.RULE_NOT_IN_FORCE,
                        "Rule " + rule.number() + " is not in force.",
                        "Only a rule in force can be suspended.");
    }

    /** A rule that slept may no longer fit the rules that it imports types from. */
    private Prepared reinstate(GameState state, Order.ReinstateRule reinstate) {
        RuleEntry rule = state.rule(reinstate.rule());
        if (rule == null) {
            return unknownRule(reinstate.rule());
        }
        if (rule.status() != RuleStatus.SUSPENDED) {
            return Prepared.no(
                    Problem.RULE_NOT_SUSPENDED,
                    "Rule " + rule.number() + " is not suspended.",
                    "Only a suspended rule can be reinstated.");
        }
        return switch (texts.check(state, rule.id(), rule.text().code())) {
            case RuleText.Result.Refused(Prepared why) -> why;
            case RuleText.Result.Fine _ ->
                    noticed(
                            "reinstate-rule",
                            new Event.RuleReinstated(
                                    rule.number(), rule.id(), rule.revision(), reinstate.reason()));
        };
    }

    private static Prepared unknownRule(int number) {
        return Prepared.no(
                Problem.UNKNOWN_RULE,
                "There is no rule " + number + ".",
                "Read the rules of the game for their numbers.");
    }

    private static Prepared change(Order.ChangeLimits change) {
        if (change.amounts().isEmpty()) {
            return Prepared.bad("No limit is named.", "Name at least one.");
        }
        for (Map.Entry<String, Long> each : change.amounts().entrySet()) {
            Limit limit = Limit.named(each.getKey());
            if (limit == null) {
                return Prepared.bad(
                        "There is no limit with one of these names.",
                        "Read the limits of the game for their names.");
            }
            if (each.getValue() < limit.least() || each.getValue() > limit.most()) {
                return Prepared.bad(
                        "The limit %s cannot be %d: it may be from %d to %d."
                                .formatted(
                                        limit.word(), each.getValue(), limit.least(), limit.most()),
                        "Give another amount.");
            }
        }
        return unnoticed(
                "change-limits", new Event.LimitsChanged(change.amounts(), change.reason()));
    }

    private static Prepared kick(GameState state, Order.Kick kick) {
        return plays(state, kick.player())
                ? noticed("kick", new Event.PlayerKicked(kick.player(), kick.reason()))
                : unknownPlayer();
    }

    private static Prepared handOver(GameState state, Order.HandOver over) {
        if (over.player().equals(state.master())) {
            return Prepared.bad(over.player() + " is the game master.", "Name another player.");
        }
        return plays(state, over.player())
                ? unnoticed("hand-over", new Event.MasterChanged(state.master(), over.player()))
                : unknownPlayer();
    }

    private static boolean plays(GameState state, String name) {
        Player player = state.players().get(name);
        return player != null && !player.isGone();
    }

    private static Prepared unknownPlayer() {
        return Prepared.no(
                Problem.UNKNOWN_PLAYER,
                "Nobody of this name plays in this game.",
                "Name one of its players who has not left.");
    }

    private static Prepared rollBack(GameState state, Envelope envelope, Order.RollBack back) {
        Past past = envelope.past();
        return past == null
                ? Prepared.bad(
                        "The game cannot go back to number " + back.to() + ".",
                        "Give the number of an event after its creation and before the last.")
                : unnoticed("roll-back", past.rollBack(state, envelope.at(), back.reason()));
    }
}
