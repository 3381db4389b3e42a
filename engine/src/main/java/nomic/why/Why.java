package nomic.why;

import java.util.List;

/**
 * Why something is as it is.
 *
 * @param sentence what is to be explained
 * @param chain what it came from, the nearest causes first
 * @param leftOut how many causes more there are, which would make the answer too long
 */
public record Why(String sentence, List<Link> chain, int leftOut) {
    /** The whole answer as text. */
    public String text() {
        StringBuilder text = new StringBuilder(sentence).append('\n');
        chain.forEach(link -> link.write(text, 1));
        if (leftOut > 0) {
            text.append("Left out: the causes of ")
                    .append(leftOut)
                    .append(leftOut == 1 ? " more link.\n" : " more links.\n");
        }
        return text.toString();
    }
}
