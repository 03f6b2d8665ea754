package org.defcore.store;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Rows that many others name by a number, which is read once. New ones are committed before any row
 * names them, so that a number stays good whatever becomes of that row.
 */
final class Dictionary<K> {

  private final Map<K, Integer> known = new ConcurrentHashMap<>();
  private final Supplier<Map<K, Integer>> all;

  /**
   * @param all the numbers of all rows
   */
  Dictionary(Supplier<Map<K, Integer>> all) {
    this.all = all;
  }

  /**
   * The number of each.
   *
   * @param insert adds rows, unless another process has done so meanwhile
   */
  Map<K, Integer> numbers(Set<K> wanted, Consumer<Set<K>> insert) {
    if (!missing(wanted).isEmpty()) {
      known.putAll(all.get());
    }
    Set<K> missing = missing(wanted);
    if (!missing.isEmpty()) {
      insert.accept(missing);
      known.putAll(all.get());
    }
    return wanted.stream().collect(Collectors.toMap(it -> it, known::get));
  }

  /** The number of one. */
  int number(K wanted, Runnable insert) {
    return numbers(Set.of(wanted), missing -> insert.run()).values().iterator().next();
  }

  private Set<K> missing(Set<K> wanted) {
    return wanted.stream().filter(it -> !known.containsKey(it)).collect(Collectors.toSet());
  }
}
