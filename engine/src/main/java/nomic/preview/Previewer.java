package nomic.preview;

/** Answers what a change would do: a function, with the same answer for the same question. */
@FunctionalInterface
public interface Previewer {
    /**
     * @throws nomic.game.Undecidable when the processes that try it end, again and again
     */
    Preview preview(Question question);
}
