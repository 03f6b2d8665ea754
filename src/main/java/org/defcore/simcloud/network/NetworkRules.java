package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.simcloud.wire.Operation;

/**
 * Rules of a kind of network resource, beyond those of its attributes. Methods are called with the
 * store locked, and may refuse unless they say otherwise.
 */
interface NetworkRules {

  /** The call that an answer is for, where it matters. */
  enum Shown {
    MADE,
    CHANGED,
    READ
  }

  /** Completes and checks a resource that is about to be made. */
  default void making(NetworkStore store, ObjectNode made) {}

  /** Makes what goes with a resource that was made; does not refuse. */
  default void made(NetworkStore store, ObjectNode made) {}

  /** Completes and checks a resource that is about to be changed. */
  default void changing(NetworkStore store, ObjectNode before, ObjectNode changed) {}

  /** Checks a resource that is about to be removed, beside its use. */
  default void removing(NetworkStore store, ObjectNode gone) {}

  /** Removes what goes with a resource that was removed; does not refuse. */
  default void removed(NetworkStore store, ObjectNode gone) {}

  /** Adds what is known from other resources; does not refuse. */
  default void show(NetworkStore store, ObjectNode resource, Shown when) {}

  /** Calls beyond the five that every kind has. */
  default List<Operation> operations(NetworkStore store) {
    return List.of();
  }
}
