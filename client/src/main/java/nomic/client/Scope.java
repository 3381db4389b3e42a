package nomic.client;

import java.util.Locale;

/** What a token is good for; none includes another. */
public enum Scope {
    /** What only the own account may see: private games, previews, what is to be done. */
    GAME_READ,
    /** Joining games and moving in them. */
    GAME_PLAY,
    /** Creating games, starting them, and the orders of game masters. */
    GAME_MASTER,
    /** Administering the server. */
    ADMIN;

    /** The word for it, such as {@code game:play}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }
}
