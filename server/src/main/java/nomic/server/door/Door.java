package nomic.server.door;

/**
 * How a game is entered.
 *
 * @param approval whether the master lets each player in
 * @param link whether a link of invitation is out
 */
public record Door(Visibility visibility, boolean approval, boolean link) {
    /** That of a game of which nothing else is known. */
    public static final Door OPEN = new Door(Visibility.PUBLIC, false, false);

    public boolean isPrivate() {
        return visibility == Visibility.PRIVATE;
    }
}
