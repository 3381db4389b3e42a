package nomic.server.game;

import nomic.game.Command;
import nomic.game.GameState;
import nomic.game.Outcome;
import nomic.log.Entry;

import java.time.Instant;
import java.util.List;

/**
 * A decided command as clients see it, refused ones too, with what rules used to decide it.
 *
 * @param position counts the commands of a game from 1
 * @param by the player; empty for the kernel's own commands
 * @param first the sequence number of its first event; {@code last + 1} where it has none
 * @param last the head of the game after it
 */
record CommandView(
        long position,
        Instant at,
        String by,
        String move,
        boolean accepted,
        long first,
        long last,
        List<UseView> use) {
    static CommandView of(Entry entry, GameState state) {
        return new CommandView(
                entry.position(),
                entry.envelope().at(),
                entry.envelope().player(),
                move(entry.envelope().command()),
                entry.outcome() instanceof Outcome.Accepted,
                entry.firstSeq(),
                entry.lastSeq(),
                UseView.all(entry.use(), state));
    }

    private static String order(Command.Order order) {
        return switch (order) {
            case Command.Order.Pause _ -> "pause";
            case Command.Order.Resume _ -> "resume";
            case Command.Order.SuspendRule _ -> "suspend-rule";
            case Command.Order.ReinstateRule _ -> "reinstate-rule";
            case Command.Order.ChangeLimits _ -> "change-limits";
            case Command.Order.Kick _ -> "kick";
            case Command.Order.HandOver _ -> "hand-over";
            case Command.Order.EndGame _ -> "end-game";
            case Command.Order.RollBack _ -> "roll-back";
        };
    }

    private static String move(Command command) {
        return switch (command) {
            case Command.CreateGame _ -> "create";
            case Command.ForkGame _ -> "fork";
            case Command.Join _ -> "join";
            case Command.Leave _ -> "leave";
            case Command.Forfeit _ -> "forfeit";
            case Command.Start _ -> "start";
            case Command.EndTurn _ -> "end-turn";
            case Command.Propose _ -> "propose";
            case Command.Revise _ -> "revise";
            case Command.Withdraw _ -> "withdraw";
            case Command.Vote _ -> "vote";
            case Command.Act _ -> "act";
            case Command.CallForJudgment _ -> "call-for-judgment";
            case Command.Judge _ -> "judge";
            case Command.ClaimDeadEnd _ -> "claim-dead-end";
            case Command.Order order -> order(order);
            case Command.PassTime _ -> "pass-time";
        };
    }
}
