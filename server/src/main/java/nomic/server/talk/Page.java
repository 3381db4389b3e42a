package nomic.server.talk;

import nomic.server.web.Request;

import org.jspecify.annotations.Nullable;

/**
 * Which messages of a game are wanted.
 *
 * @param since the last number that is not wanted; by changes, the last change
 * @param before the first number that is not wanted
 * @param proposal null for all, 0 for what is about no proposal
 */
record Page(Order order, long since, long before, @Nullable Integer proposal, int limit) {
    private static final int STANDARD = 50;
    private static final int MOST = 100;

    /** What comes first. */
    enum Order {
        OLDEST,
        NEWEST,
        CHANGED
    }

    static Page of(Request request) {
        Order order = request.query("order", Order.class);
        long proposal = request.query("proposal", 0, Integer.MAX_VALUE, -1);
        return new Page(
                order == null ? Order.OLDEST : order,
                request.query("since", 0, Long.MAX_VALUE, 0),
                request.query("before", 1, Long.MAX_VALUE, Long.MAX_VALUE),
                proposal < 0 ? null : (int) proposal,
                (int) request.query("limit", 1, MOST, STANDARD));
    }

    /** What was changed after a count. */
    static Page changedAfter(long count, int limit) {
        return new Page(Order.CHANGED, count, Long.MAX_VALUE, null, limit);
    }

    /** The condition on a row and the order, for a query with the parameters of this record. */
    String where() {
        String place = order == Order.CHANGED ? "changed" : "key.number";
        return place
                + " > :since and key.number < :before"
                + (proposal == null ? "" : " and proposal = :proposal")
                + " order by "
                + place
                + (order == Order.NEWEST ? " desc" : "");
    }
}
