package nomic.template;

import java.util.List;

/** What comes of filling in a template. */
public sealed interface Filling {
    /** A rule, ready to be checked and proposed. */
    record Text(String title, String prose, String code) implements Filling {}

    /** At least one value is not allowed; nothing was filled in. */
    record Refused(List<Refusal> refusals) implements Filling {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
