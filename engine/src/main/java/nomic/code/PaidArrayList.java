package nomic.code;

import java.util.ArrayList;
import java.util.Collection;

/**
 * The array list of rule code: it pays for the elements that an insertion or removal moves, also
 * through iterators and views.
 */
public final class PaidArrayList<E> extends ArrayList<E> {
    private static final long serialVersionUID = 1L;
    private static final int MOVED_AT_ONCE = 64;

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
    public void add(int index, E element) {
        payFrom(index);
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
    public E removeFirst() {
        payFrom(0);
        return super.removeFirst();
    }
}
