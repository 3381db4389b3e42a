package nomic.code;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tree map of rule code: in natural order, too, each comparison pays for what it compares. */
public final class PaidTreeMap<K, V extends @Nullable Object> extends TreeMap<K, V> {
    private static final long serialVersionUID = 1L;

    public PaidTreeMap() {
        super(FunctionGuards.<K>natural());
    }

    public PaidTreeMap(@Nullable Comparator<? super K> order) {
        super(FunctionGuards.orNatural(order));
    }

    @SuppressWarnings("this-escape")
    public PaidTreeMap(Map<? extends K, ? extends V> entries) {
        this();
        putAll(entries);
    }

    @SuppressWarnings("this-escape")
    public PaidTreeMap(SortedMap<K, ? extends V> entries) {
        this(entries.comparator());
        putAll(entries);
    }
}
