package nomic.game;

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

    /** The state after all of them. */
    public GameState state() {
        GameState state = before;
        for (Logged command : commands) {
            state = command.after(state);
        }
        return state;
    }
}
