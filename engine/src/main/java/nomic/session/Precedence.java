package nomic.session;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which of two rules prevails. Rules say so with {@code law.prevails}; where they are silent or
 * contradict each other, the lower number does.
 */
final class Precedence {
    private record Order(int winner, int loser) implements Comparable<Order> {
        @Override
        public int compareTo(Order other) {
            return winner != other.winner
                    ? Integer.compare(winner, other.winner)
                    : Integer.compare(loser, other.loser);
        }
    }

    private final Set<Order> said = new TreeSet<>();

    void say(int winner, int loser) {
        said.add(new Order(winner, loser));
    }

    /** Whether the rules in force say that one prevails over the other, and nothing else. */
    boolean said(int winner, int loser) {
        return said.contains(new Order(winner, loser)) && !said.contains(new Order(loser, winner));
    }

    /** Whether one prevails over the other, by what rules say or by number. */
    boolean prevails(int winner, int loser) {
        return said(winner, loser) || (!said(loser, winner) && winner < loser);
    }
}
