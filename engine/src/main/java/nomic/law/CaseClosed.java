package nomic.law;

import org.jspecify.annotations.Nullable;

/**
 * A case has been closed.
 *
 * @param answer the judgment that stands; null where there is none
 */
public record CaseClosed(int caseNumber, @Nullable Answer answer) implements EventFact {}
