package org.defcore.simcloud.kind;

import java.util.EnumMap;
import java.util.Map;

/** The deeds that a kind of compute cannot do, and what is said instead. */
record Limits(Map<Action, Limit> refused, Map<Action, Failure> failing) {

  static final Limits NONE = new Limits(Map.of(), Map.of());

  Limits {
    refused = Map.copyOf(refused);
    failing = Map.copyOf(failing);
  }

  Limits refusing(Action deed, int status, String message) {
    Map<Action, Limit> more = new EnumMap<>(Action.class);
    more.putAll(refused);
    more.put(deed, new Limit(status, message));
    return new Limits(more, failing);
  }

  Limits failing(Action deed, Failure failure) {
    Map<Action, Failure> more = new EnumMap<>(Action.class);
    more.putAll(failing);
    more.put(deed, failure);
    return new Limits(refused, more);
  }
}
