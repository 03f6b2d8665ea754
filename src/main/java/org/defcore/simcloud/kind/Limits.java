package org.defcore.simcloud.kind;

import java.util.EnumMap;
import java.util.Map;

/** The actions that a kind of compute cannot do, and what is said instead. */
record Limits(Map<Action, Limit> refused, Map<Action, Failure> failing) {

  static final Limits NONE = new Limits(Map.of(), Map.of());

  Limits {
    refused = Map.copyOf(refused);
    failing = Map.copyOf(failing);
  }

  Limits refusing(Action action, int status, String message) {
    Map<Action, Limit> more = new EnumMap<>(Action.class);
    more.putAll(refused);
    more.put(action, new Limit(status, message));
    return new Limits(more, failing);
  }

  Limits failing(Action action, Failure failure) {
    Map<Action, Failure> more = new EnumMap<>(Action.class);
    more.putAll(failing);
    more.put(action, failure);
    return new Limits(refused, more);
  }
}
