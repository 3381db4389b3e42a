package nomic.law;

/** How much of an asset (points, or any that rules invent) a player holds. */
public record Holding(String owner, String asset, long amount) {
    public String getOwner() {
        return owner;
    }

    public String getAsset() {
        return asset;
    }

    public long getAmount() {
        return amount;
    }
}
