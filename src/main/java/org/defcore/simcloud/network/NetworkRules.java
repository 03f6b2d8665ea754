package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Operation;

/**
 * A kind of network resource with what its attributes cannot say. Methods are called with the store
 * locked, and may refuse unless they say otherwise.
 */
interface NetworkRules {

  NetworkResource type();

  /** Completes and checks a resource that is about to be made. */
  default void making(NetworkStore store, ObjectNode made) {}

  /** Makes what goes with a resource that was made; does not refuse. */
  default void made(NetworkStore store, ObjectNode made) {}

  /** Work around the call that makes a resource; called once, without the lock. */
  default Handler creating(NetworkStore store, Handler create) {
    return create;
  }

  /** Completes and checks a resource that is about to be changed. */
  default void changing(NetworkStore store, ObjectNode before, ObjectNode changed) {}

  /** Checks a resource that is about to be removed, beside its use. */
  default void removing(NetworkStore store, ObjectNode gone) {}

  /** Removes what goes with a resource that was removed; does not refuse. */
  default void removed(NetworkStore store, ObjectNode gone) {}

  /** Adds what is known from other resources; does not refuse. */
  default ObjectNode shown(NetworkStore store, ObjectNode stored) {
    return type().shown(stored);
  }

  /** The answer to the call that made it, which may tell more than later ones. */
  default ObjectNode shownWhenMade(NetworkStore store, ObjectNode stored) {
    return shown(store, stored);
  }

  /** The answer to a call that changed it. */
  default ObjectNode shownWhenChanged(NetworkStore store, ObjectNode stored) {
    return shown(store, stored);
  }

  /** Calls beyond the five that every kind has. */
  default List<Operation> operations(NetworkStore store) {
    return List.of();
  }
}
