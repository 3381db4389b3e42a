package nomic.client;

import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Lists that come page by page: the next page is asked for when the one before is used up. */
final class Paging {
    private Paging() {}

    /**
     * All elements after a cursor.
     *
     * @param page what comes after a cursor; empty at the end
     * @param cursor of an element
     */
    static <T, C> Stream<T> of(C since, Function<C, List<T>> page, Function<T, C> cursor) {
        return StreamSupport.stream(
                new AbstractSpliterator<T>(Long.MAX_VALUE, Spliterator.ORDERED) {
                    private C last = since;
                    private List<T> held = List.of();
                    private int used;

                    @Override
                    public boolean tryAdvance(Consumer<? super T> action) {
                        if (used == held.size()) {
                            held = page.apply(last);
                            used = 0;
                        }
                        if (held.isEmpty()) {
                            return false;
                        }
                        T next = held.get(used++);
                        last = cursor.apply(next);
                        action.accept(next);
                        return true;
                    }
                },
                false);
    }
}
