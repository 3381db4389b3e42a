package nomic.code;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Iterator;

/** The array deque of rule code: its iterators pay for what a removal moves. */
public final class PaidArrayDeque<E> extends ArrayDeque<E> {
    private static final long serialVersionUID = 1L;
    private static final int MOVED_AT_ONCE = 64;

    public PaidArrayDeque() {}

    public PaidArrayDeque(int capacity) {
        super(capacity);
    }

    public PaidArrayDeque(Collection<? extends E> elements) {
        super(elements);
    }

    @Override
    public Iterator<E> iterator() {
        return paid(super.iterator());
    }

    @Override
    public Iterator<E> descendingIterator() {
        return paid(super.descendingIterator());
    }

    private Iterator<E> paid(Iterator<E> free) {
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
                Fuel.meter().burn(1 + size() / MOVED_AT_ONCE);
                free.remove();
            }
        };
    }
}
