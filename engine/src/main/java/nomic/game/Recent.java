package nomic.game;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The last commands of a game, refused ones too.
 *
 * @param before the state before the first of them
 * @param since the time of the last command before them; null where there is none
 */
public record Recent(GameState before, @Nullable Instant since, List<Logged> commands) {
    /** So many are kept. */
    public static final int MOST = 10;

    public static final Recent NONE = new Recent(GameState.NONE, null, List.of());

    public Recent {
        commands = List.copyOf(commands);
    }

    /** After one more command. */
    public Recent then(Logged command) {
        var all = new ArrayList<>(commands);
        all.add(command);
        if (all.size() <= MOST) {
            return new Recent(before, since, all);
        }
        Logged first = all.removeFirst();
        return new Recent(first.after(before), first.envelope().at(), all);
    }

    /**
     * What somebody may know of them: those since the last that had to do with a secret, on a state
     * without what is kept from the viewer; null is a stranger.
     */
    public Recent seenBy(@Nullable String viewer) {
        GameState known = before;
        GameState from = before;
        Instant at = since;
        int told = 0;
        for (int i = 0; i < commands.size(); i++) {
            known = commands.get(i).after(known);
            if (commands.get(i).isOfSecrets()) {
                told = i + 1;
                from = known;
                at = commands.get(i).envelope().at();
            }
        }
        return new Recent(from.seenBy(viewer), at, commands.subList(told, commands.size()));
    }

    /** The time of the last command of the game; null where there is none. */
    public @Nullable Instant at() {
        return commands.isEmpty() ? since : commands.getLast().envelope().at();
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
