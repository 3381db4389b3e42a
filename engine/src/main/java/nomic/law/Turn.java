package nomic.law;

/** Whose turn it is. There is none before the first turn is given; circuits count from 1. */
public record Turn(int number, int circuit, String player) {
    public int getNumber() {
        return number;
    }

    public int getCircuit() {
        return circuit;
    }

    public String getPlayer() {
        return player;
    }
}
