package nomic.code;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/** The tree set of rule code: in natural order, too, each comparison pays for what it compares. */
public final class PaidTreeSet<E> extends TreeSet<E> {
    private static final long serialVersionUID = 1L;

    public PaidTreeSet() {
        super(FunctionGuards.<E>natural());
    }

    public PaidTreeSet(@Nullable Comparator<? super E> order) {
        super(FunctionGuards.orNatural(order));
    }

    @SuppressWarnings("this-escape")
    public PaidTreeSet(Collection<? extends E> elements) {
        this();
        addAll(elements);
    }

    @SuppressWarnings("this-escape")
    public PaidTreeSet(SortedSet<E> elements) {
        this(elements.comparator());
        addAll(elements);
    }
}
