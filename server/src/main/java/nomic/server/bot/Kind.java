package nomic.server.bot;

import nomic.server.game.BotName;

import java.util.Locale;
import java.util.Set;

/** The kinds of bots that there are. */
public enum Kind {
    /** Makes legal moves by chance. */
    RANDOM,
    /** Votes by what a preview says. */
    CAREFUL;

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A name that nobody in a game has. */
    String free(Set<String> taken) {
        int number = 1;
        while (taken.contains(BotName.of(word(), number))) {
            number++;
        }
        return BotName.of(word(), number);
    }

    /** Whether a player of this name is one of them. */
    boolean plays(String name) {
        return BotName.isOne(name) && name.startsWith(word());
    }
}
