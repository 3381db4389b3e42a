package nomic.code;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The hash map of rule code: in the order of insertion, and paid for by what it keeps and by the
 * keys that share a hash code.
 */
public final class PaidHashMap<K extends @Nullable Object, V extends @Nullable Object>
        extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private static final int ENTRY_BYTES = 48;

    private final transient Collisions collisions = new Collisions();

    public PaidHashMap() {}

    public PaidHashMap(int capacity) {
        super(capacity);
    }

    @SuppressWarnings("this-escape")
    public PaidHashMap(Map<? extends K, ? extends V> entries) {
        putAll(entries);
    }

    private <R extends @Nullable Object> R change(@Nullable Object key, Supplier<R> change) {
        collisions.pay(key, keySet());
        int before = size();
        R result = change.get();
        if (size() > before) {
            Fuel.meter().allocate(ENTRY_BYTES);
            collisions.added(key);
        } else if (size() < before) {
            collisions.removed(key);
        }
        return result;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        collisions.pay(key, keySet());
        return super.get(key);
    }

    @Override
    public V getOrDefault(@Nullable Object key, V otherwise) {
        collisions.pay(key, keySet());
        return super.getOrDefault(key, otherwise);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        collisions.pay(key, keySet());
        return super.containsKey(key);
    }

    @Override
    public @Nullable V put(K key, V value) {
        return change(key, () -> super.put(key, value));
    }

    @Override
    public @Nullable V putFirst(K key, V value) {
        return change(key, () -> super.putFirst(key, value));
    }

    @Override
    public @Nullable V putLast(K key, V value) {
        return change(key, () -> super.putLast(key, value));
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> entries) {
        entries.forEach(this::put);
    }

    @Override
    public @Nullable V putIfAbsent(K key, V value) {
        return change(key, () -> super.putIfAbsent(key, value));
    }

    @Override
    public @Nullable V compute(
            K key, BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> value) {
        return change(key, () -> super.compute(key, value));
    }

    @Override
    public @Nullable V computeIfAbsent(K key, Function<? super K, ? extends @Nullable V> value) {
        return change(key, () -> super.computeIfAbsent(key, value));
    }

    @Override
    public @Nullable V computeIfPresent(
            K key, BiFunction<? super K, ? super V, ? extends @Nullable V> value) {
        return change(key, () -> super.computeIfPresent(key, value));
    }

    @Override
    public @Nullable V merge(
            K key, V value, BiFunction<? super V, ? super V, ? extends @Nullable V> function) {
        return change(key, () -> super.merge(key, value, function));
    }

    @Override
    public @Nullable V replace(K key, V value) {
        collisions.pay(key, keySet());
        return super.replace(key, value);
    }

    @Override
    public boolean replace(K key, V before, V value) {
        collisions.pay(key, keySet());
        return super.replace(key, before, value);
    }

    @Override
    public @Nullable V remove(@Nullable Object key) {
        return change(key, () -> super.remove(key));
    }

    @Override
    public boolean remove(@Nullable Object key, @Nullable Object value) {
        return change(key, () -> super.remove(key, value));
    }

    @Override
    public Map.@Nullable Entry<K, V> pollFirstEntry() {
        return removed(super.pollFirstEntry());
    }

    @Override
    public Map.@Nullable Entry<K, V> pollLastEntry() {
        return removed(super.pollLastEntry());
    }

    private Map.@Nullable Entry<K, V> removed(Map.@Nullable Entry<K, V> entry) {
        if (entry != null) {
            collisions.removed(entry.getKey());
        }
        return entry;
    }

    @Override
    public void clear() {
        collisions.clear();
        super.clear();
    }
}
