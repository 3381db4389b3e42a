package nomic.law;

/** A person or bot at the table. Seats count from 1 in the order of joining. */
public record Player(String name, int seat, Standing standing) {
    /** True while the player takes part. */
    public boolean isActive() {
        return standing == Standing.ACTIVE;
    }

    /** True once the player has left or forfeited. */
    public boolean isGone() {
        return standing == Standing.LEFT || standing == Standing.FORFEITED;
    }

    public String getName() {
        return name;
    }

    public int getSeat() {
        return seat;
    }

    public Standing getStanding() {
        return standing;
    }
}
