package io.qhyper.backend.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A map that keeps its most recently used entries only; safe for several threads. */
final class Recent<K, V> {
  private final Map<K, V> entries;

  Recent(int kept) {
    entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > kept;
          }
        };
  }

  synchronized void put(K key, V value) {
    entries.put(key, value);
  }

  synchronized Optional<V> find(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** The value of a key, made now if there is none; nothing is kept if making it throws. */
  synchronized V get(K key, Function<K, V> make) {
    V value = entries.get(key);
    if (value == null) {
      value = make.apply(key);
      entries.put(key, value);
    }
    return value;
  }
}
