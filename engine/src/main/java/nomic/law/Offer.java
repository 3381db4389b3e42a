package nomic.law;

import java.util.List;

/** An action that a rule has opened to a player; {@link Act} follows when the player takes it. */
public record Offer(int id, String player, String name, String title, List<Input> inputs) {
    public Offer {
        inputs = List.copyOf(inputs);
    }
}
