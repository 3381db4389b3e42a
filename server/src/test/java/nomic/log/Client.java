package nomic.log;

import nomic.game.Command;
import nomic.game.Outcome;
import nomic.history.Answer;
import nomic.history.Asked;
import nomic.log.Games.Submitted;

import java.util.List;
import java.util.function.LongSupplier;

/** A player who insists: a command without a clear answer is sent again under its id. */
final class Client {
    private final GameId game;
    private final String name;
    private final List<Command> commands;
    private final LongSupplier ticks;
    private final List<Asked> asked;
    private int next;
    private boolean waits;

    Client(
            GameId game,
            String name,
            List<Command> commands,
            LongSupplier ticks,
            List<Asked> asked) {
        this.game = game;
        this.name = name;
        this.commands = commands;
        this.ticks = ticks;
        this.asked = asked;
    }

    /** Whether all its commands have had an answer. */
    boolean isDone() {
        return next == commands.size();
    }

    /** Whether an answer to its command may still come. */
    boolean waits() {
        return waits;
    }

    /** Gives up waiting, so that it may send the command again. */
    void loosePatience() {
        waits = false;
    }

    /** Sends its present command to a node. */
    void send(Node node) {
        waits = true;
        submit(node, next);
    }

    /** Sends one that was answered before. */
    void repeat(Node node, int which) {
        submit(node, Math.min(which, next));
    }

    private void submit(Node node, int which) {
        if (which == commands.size()) {
            return;
        }
        String id = "c" + which;
        long sent = ticks.getAsLong();
        var _ =
                node.submit(game, name, id, commands.get(which))
                        .thenAccept(answer -> hear(node, which, id, sent, answer));
    }

    private void hear(Node node, int which, String id, long sent, Submitted submitted) {
        if (node.isDead()) {
            asked.add(Asked.unanswered(name, id, sent));
        } else {
            Answer answer = answer(submitted);
            asked.add(new Asked(name, id, sent, ticks.getAsLong(), answer));
            if (which == next && !(answer instanceof Answer.Unknown)) {
                next++;
            }
        }
        waits &= which != next;
    }

    private static Answer answer(Submitted submitted) {
        return switch (submitted) {
            case Submitted.Done(Entry entry) ->
                    entry.outcome() instanceof Outcome.Accepted
                            ? new Answer.Kept(entry.firstSeq(), entry.lastSeq())
                            : new Answer.Refused();
            case Submitted.Unavailable _, Submitted.Busy _, Submitted.UnknownGame _ ->
                    new Answer.Unknown();
            case Submitted.IdReused _, Submitted.Quarantined _ ->
                    throw new AssertionError("A client was told " + submitted);
        };
    }
}
