package nomic.worker;

import nomic.code.Built;
import nomic.game.Outcome;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a worker goes through before it meets the code of players: a rehearsal, then the wall. */
final class Induction {
    private static final System.Logger LOGGER = System.getLogger(Induction.class.getName());

    private final List<ToWorker> rehearsal;
    private final AtomicBoolean toldOfNoWall = new AtomicBoolean();

    Induction(List<? extends ToWorker> rehearsal) {
        this.rehearsal = List.copyOf(rehearsal);
    }

    /** False where the worker is of no use. */
    boolean passes(Worker worker) {
        Reply reply = worker.ready();
        for (ToWorker question : rehearsal) {
            if (!isGood(reply)) {
                return failed(reply);
            }
            reply = worker.ask(question, Patience.TO_START);
        }
        return isGood(reply) ? isShutIn(worker) : failed(reply);
    }

    private static boolean isGood(Reply reply) {
        return reply instanceof Reply.Said(FromWorker answer)
                && switch (answer) {
                    case FromWorker.Ready _ -> true;
                    case FromWorker.Code(Built built) -> built instanceof Built.Classes;
                    case FromWorker.Answer decided -> decided.outcome() instanceof Outcome.Accepted;
                    default -> false;
                };
    }

    private boolean isShutIn(Worker worker) {
        Reply reply = worker.ask(new ToWorker.Confine(), Patience.TO_START);
        if (reply instanceof Reply.Said(FromWorker.Unconfined(String why))
                && toldOfNoWall.compareAndSet(false, true)) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    () -> "Worker processes run without a filter of system calls: " + why);
        }
        return reply instanceof Reply.Said || failed(reply);
    }

    private static boolean failed(Reply reply) {
        LOGGER.log(
                System.Logger.Level.ERROR, () -> "A worker process does not get ready: " + reply);
        return false;
    }
}
