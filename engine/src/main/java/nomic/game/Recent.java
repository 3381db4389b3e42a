package nomic.game;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The last commands of a game, refused ones too.
 *
 * @param before the state before the first of them
 */
public record Recent(GameState before, List<Logged> commands) {
    /** So many are kept. */
    public static final int MOST = 10;

    public static final Recent NONE = new Recent(GameState.NONE, List.of());

    public Recent {
        commands = List.copyOf(commands);
    }

    /** After one more command. */
    public Recent then(Logged command) {
        var all = new ArrayList<>(commands);
        all.add(command);
        if (all.size() <= MOST) {
            return new Recent(before, all);
        }
        Logged first = all.removeFirst();
        return new Recent(first.after(before), all);
    }

    /**
     * What somebody may know of them: those since the last that had to do with a secret, on a state
     * without what is kept from the viewer; null is a stranger.
     */
    public Recent seenBy(@Nullable String viewer) {
        GameState known = before;
        GameState from = before;
        int told = 0;
        for (int i = 0; i < commands.size(); i++) {
            known = commands.get(i).after(known);
            if (commands.get(i).isOfSecrets()) {
                told = i + 1;
                from = known;
            }
        }
        return new Recent(from.seenBy(viewer), commands.subList(told, commands.size()));
    }

    /** The state after all of them. */
    public GameState state() {
        GameState state = before;
        for (Logged command : commands) {
            state = command.after(state);
        }
        return state;
    }
}
