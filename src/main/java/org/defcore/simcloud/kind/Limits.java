package org.defcore.simcloud.kind;

import java.util.EnumMap;
import java.util.Map;

/** The deeds that a kind of compute cannot do, and what is said instead. */
record Limits(Map<Deed, Limit> refused, Map<Deed, Failure> failing) {

  static final Limits NONE = new Limits(Map.of(), Map.of());

  Limits {
    refused = Map.copyOf(refused);
    failing = Map.copyOf(failing);
  }

  Limits refusing(Deed deed, int status, String message) {
    Map<Deed, Limit> more = new EnumMap<>(Deed.class);
    more.putAll(refused);
    more.put(deed, new Limit(status, message));
    return new Limits(more, failing);
  }

  Limits failing(Deed deed, Failure failure) {
    Map<Deed, Failure> more = new EnumMap<>(Deed.class);
    more.putAll(failing);
    more.put(deed, failure);
    return new Limits(refused, more);
  }
}
