package nomic.server.game;

/** The names of the server's own bots, which no account can have. */
public final class BotName {
    private static final char MARK = ':';

    private BotName() {}

    public static String of(String kind, int number) {
        return kind + MARK + number;
    }

    /** Whether a player of this name is a bot of the server. */
    public static boolean isOne(String player) {
        return player.indexOf(MARK) >= 0;
    }
}
