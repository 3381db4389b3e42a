package nomic.code;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashSet;

/**
 * The hash set of rule code: in the order of insertion, and paid for by what it keeps and by the
 * elements that share a hash code.
 */
public final class PaidHashSet<E extends @Nullable Object> extends LinkedHashSet<E> {
    private static final long serialVersionUID = 1L;
    private static final int ELEMENT_BYTES = 48;

    private final transient Collisions collisions = new Collisions();

    public PaidHashSet() {}

    public PaidHashSet(int capacity) {
        super(capacity);
    }

    @SuppressWarnings("this-escape")
    public PaidHashSet(Collection<? extends E> elements) {
        addAll(elements);
    }

    @Override
    public boolean add(E element) {
        collisions.pay(element, this);
        return noted(element, super.add(element));
    }

    private boolean noted(E element, boolean added) {
        if (added) {
            Fuel.meter().allocate(ELEMENT_BYTES);
            collisions.added(element);
        }
        return added;
    }

    @Override
    public void addFirst(E element) {
        collisions.pay(element, this);
        int before = size();
        super.addFirst(element);
        noted(element, size() > before);
    }

    @Override
    public void addLast(E element) {
        collisions.pay(element, this);
        int before = size();
        super.addLast(element);
        noted(element, size() > before);
    }

    @Override
    public boolean contains(@Nullable Object element) {
        collisions.pay(element, this);
        return super.contains(element);
    }

    @Override
    public boolean remove(@Nullable Object element) {
        collisions.pay(element, this);
        boolean removed = super.remove(element);
        if (removed) {
            collisions.removed(element);
        }
        return removed;
    }

    @Override
    public E removeFirst() {
        E first = super.removeFirst();
        collisions.removed(first);
        return first;
    }

    @Override
    public E removeLast() {
        E last = super.removeLast();
        collisions.removed(last);
        return last;
    }

    @Override
    public void clear() {
        collisions.clear();
        super.clear();
    }
}
