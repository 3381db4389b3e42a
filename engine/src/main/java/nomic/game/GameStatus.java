package nomic.game;

/** Where a game stands. */
public enum GameStatus {
    OPEN,
    RUNNING,
    FINISHED
}
