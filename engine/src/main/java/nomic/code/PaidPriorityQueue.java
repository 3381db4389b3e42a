package nomic.code;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.SortedSet;

/**
 * The priority queue of rule code: each comparison pays for what it compares, and its iterators for
 * the look for what they remove.
 */
public final class PaidPriorityQueue<E> extends PriorityQueue<E> {
    private static final long serialVersionUID = 1L;
    private static final int LOOKED_AT_AT_ONCE = 4;

    public PaidPriorityQueue() {
        super(FunctionGuards.<E>natural());
    }

    public PaidPriorityQueue(@Nullable Comparator<? super E> order) {
        super(FunctionGuards.orNatural(order));
    }

    public PaidPriorityQueue(int capacity) {
        super(capacity, FunctionGuards.<E>natural());
    }

    public PaidPriorityQueue(int capacity, @Nullable Comparator<? super E> order) {
        super(capacity, FunctionGuards.orNatural(order));
    }

    @SuppressWarnings("this-escape")
    public PaidPriorityQueue(Collection<? extends E> elements) {
        this(
                switch (elements) {
                    case PriorityQueue<? extends E> queue -> order(queue.comparator());
                    case SortedSet<? extends E> set -> order(set.comparator());
                    default -> null;
                });
        addAll(elements);
    }

    @SuppressWarnings("this-escape")
    public PaidPriorityQueue(PriorityQueue<? extends E> elements) {
        this(order(elements.comparator()));
        addAll(elements);
    }

    @SuppressWarnings("this-escape")
    public PaidPriorityQueue(SortedSet<? extends E> elements) {
        this(order(elements.comparator()));
        addAll(elements);
    }

    /** The order of a collection is one of all that is taken from it. */
    @SuppressWarnings("unchecked")
    private static <E> @Nullable Comparator<? super E> order(@Nullable Comparator<?> order) {
        return (Comparator<? super E>) order;
    }

    @Override
    public Iterator<E> iterator() {
        var free = super.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return free.hasNext();
            }

            @Override
            public E next() {
                return free.next();
            }

            @Override
            public void remove() {
                Fuel.meter().burn(1 + size() / LOOKED_AT_AT_ONCE);
                free.remove();
            }
        };
    }
}
