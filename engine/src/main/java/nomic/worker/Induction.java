package nomic.worker;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** What a worker goes through before it meets the code of players: a warm-up, then the wall. */
final class Induction {
    private static final System.Logger LOGGER = System.getLogger(Induction.class.getName());

    private final Consumer<Worker> warmUp;
    private final AtomicBoolean toldOfNoWall = new AtomicBoolean();

    /**
     * @param warmUp throws {@link IllegalStateException} where the worker does not do as it should
     */
    Induction(Consumer<Worker> warmUp) {
        this.warmUp = warmUp;
    }

    /** False where the worker is of no use. */
    boolean passes(Worker worker) {
        try {
            answer(worker.ready());
            warmUp.accept(worker);
            FromWorker wall = answer(worker.ask(new ToWorker.Confine(), Patience.TO_START));
            if (wall instanceof FromWorker.Unconfined(String why)
                    && toldOfNoWall.compareAndSet(false, true)) {
                LOGGER.log(
                        System.Logger.Level.WARNING,
                        () -> "Worker processes run without a filter of system calls: " + why);
            }
            return true;
        } catch (IllegalStateException e) {
            LOGGER.log(System.Logger.Level.ERROR, "A worker process does not get ready", e);
            return false;
        }
    }

    private static FromWorker answer(Reply reply) {
        return switch (reply) {
            case Reply.Said(FromWorker answer) -> answer;
            case Reply.Died(Death death) ->
                    throw new IllegalStateException(death.kind() + ": " + death.said());
        };
    }
}
