package nomic.client;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A move that was carried out.
 *
 * @param events what it led to, in order
 * @param proposal the number of the proposal that it has made; null for other moves
 * @param caseNumber the number of the case that it has opened; null for other moves
 */
public record Made(List<Event> events, @Nullable Integer proposal, @Nullable Integer caseNumber) {
    static Made of(List<Event> events) {
        Integer proposal = null;
        Integer caseNumber = null;
        for (Event event : events) {
            if (event.is("ProposalMade")) {
                proposal = event.number("proposal");
            } else if (event.is("JudgmentCalled")) {
                caseNumber = event.number("caseNumber");
            }
        }
        return new Made(List.copyOf(events), proposal, caseNumber);
    }

    /** Whether it led to an event of this type. */
    public boolean ledTo(String type) {
        return events.stream().anyMatch(event -> event.is(type));
    }
}
