package nomic.sentence;

import java.util.Set;

/**
 * What stands in a place of a sentence.
 *
 * @param code what it expands to
 * @param needs the variables that it takes from the lines above, by the words that name them
 * @param imports the types of other rules that the code names
 */
record Value(String code, Set<Need> needs, Set<String> imports) {
    /** A variable and the words that stand for it. */
    record Need(String variable, String words) implements Comparable<Need> {
        @Override
        public int compareTo(Need other) {
            int order = variable.compareTo(other.variable);
            return order == 0 ? words.compareTo(other.words) : order;
        }
    }
}
