package org.defcore.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of the entries that were added last; of very many the eldest are dropped. */
final class Recent<K, V> extends LinkedHashMap<K, V> {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 10_000;

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > MOST;
  }
}
