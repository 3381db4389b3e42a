package nomic.code;

import java.util.Collection;
import java.util.LinkedList;
import java.util.ListIterator;

/** The linked list of rule code: it pays for the way to a place in it. */
public final class PaidLinkedList<E> extends LinkedList<E> {
    private static final long serialVersionUID = 1L;
    private static final int ELEMENT_BYTES = 24;
    private static final int PASSED_AT_ONCE = 4;

    public PaidLinkedList() {}

    public PaidLinkedList(Collection<? extends E> elements) {
        super(elements);
    }

    @Override
    public boolean add(E element) {
        Fuel.meter().allocate(ELEMENT_BYTES);
        return super.add(element);
    }

    private void payTo(int index) {
        Fuel.meter().burn(1 + Math.max(0, Math.min(index, size() - index)) / PASSED_AT_ONCE);
    }

    @Override
    public E get(int index) {
        payTo(index);
        return super.get(index);
    }

    @Override
    public E set(int index, E element) {
        payTo(index);
        return super.set(index, element);
    }

    @Override
    public void add(int index, E element) {
        payTo(index);
        super.add(index, element);
    }

    @Override
    public boolean addAll(int index, Collection<? extends E> elements) {
        payTo(index);
        return super.addAll(index, elements);
    }

    @Override
    public E remove(int index) {
        payTo(index);
        return super.remove(index);
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        payTo(index);
        return super.listIterator(index);
    }
}
