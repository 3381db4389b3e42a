package nomic.game;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.util.SortedSet;

/**
 * One text of a rule.
 *
 * @param proposal the number of the proposal that brought it; 0 for a founding rule
 * @param hash SHA-256 of prose, code and attachments, in hex
 * @param calls the names of the methods of {@code law} that the code calls
 * @param suspended why this revision was suspended; null while nothing is wrong with it
 */
public record Revision(
        int revision,
        int proposal,
        String title,
        String prose,
        String code,
        String hash,
        SortedSet<String> calls,
        @Nullable String suspended,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Attachments attachments) {
    public Revision {
        attachments = Attachments.orNone(attachments);
    }

    Revision suspend(String why) {
        return suspended(why);
    }

    Revision reinstate() {
        return suspended(null);
    }

    private Revision suspended(@Nullable String why) {
        return new Revision(revision, proposal, title, prose, code, hash, calls, why, attachments);
    }
}
