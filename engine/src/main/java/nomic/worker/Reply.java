package nomic.worker;

/** What became of a question to a worker. */
sealed interface Reply {
    record Said(FromWorker answer) implements Reply {}

    record Died(Death death) implements Reply {}
}
