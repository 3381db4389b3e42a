package nomic.code;

import org.jspecify.annotations.Nullable;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The array list of rule code: it pays for the elements that an insertion or removal moves, also
 * through iterators and views.
 */
public final class PaidArrayList<E extends @Nullable Object> extends ArrayList<E> {
    private static final long serialVersionUID = 1L;
    private static final int MOVED_AT_ONCE = 64;
    private static final int ELEMENT_BYTES = 16;

    public PaidArrayList() {}

    public PaidArrayList(int capacity) {
        super(capacity);
    }

    public PaidArrayList(Collection<? extends E> elements) {
        super(elements);
    }

    private void payFrom(int index) {
        Fuel.meter().burn(1 + Math.max(0, size() - index) / MOVED_AT_ONCE);
    }

    @Override
    public boolean add(E element) {
        Fuel.meter().allocate(ELEMENT_BYTES);
        return super.add(element);
    }

    @Override
    public void add(int index, E element) {
        payFrom(index);
        Fuel.meter().allocate(ELEMENT_BYTES);
        super.add(index, element);
    }

    @Override
    public boolean addAll(int index, Collection<? extends E> elements) {
        payFrom(index);
        return super.addAll(index, elements);
    }

    @Override
    public E remove(int index) {
        payFrom(index);
        return super.remove(index);
    }

    @Override
    protected void removeRange(int from, int to) {
        payFrom(from);
        super.removeRange(from, to);
    }

    /** A part that goes back to the list for each change, so that it pays. */
    @Override
    public List<E> subList(int from, int to) {
        Objects.checkFromToIndex(from, to, size());
        return new Part<>(this, from, to - from);
    }

    private static final class Part<E extends @Nullable Object> extends AbstractList<E>
            implements RandomAccess {
        private final PaidArrayList<E> whole;
        private final int from;
        private int size;

        Part(PaidArrayList<E> whole, int from, int size) {
            this.whole = whole;
            this.from = from;
            this.size = size;
            modCount = whole.modCount;
        }

        private int place(int index, int most) {
            if (modCount != whole.modCount) {
                throw new ConcurrentModificationException();
            }
            return from + Objects.checkIndex(index, most);
        }

        @Override
        public E get(int index) {
            return whole.get(place(index, size()));
        }

        @Override
        public E set(int index, E element) {
            return whole.set(place(index, size()), element);
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public void add(int index, E element) {
            whole.add(place(index, size + 1), element);
            size++;
            modCount = whole.modCount;
        }

        @Override
        public E remove(int index) {
            E removed = whole.remove(place(index, size));
            size--;
            modCount = whole.modCount;
            return removed;
        }

        @Override
        protected void removeRange(int first, int behind) {
            whole.removeRange(from + first, from + behind);
            size -= behind - first;
            modCount = whole.modCount;
        }
    }

    @Override
    public E removeFirst() {
        payFrom(0);
        return super.removeFirst();
    }
}
