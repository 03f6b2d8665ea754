package org.defcore.simcloud.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.simcloud.wire.Operation;

/**
 * Rules of a type of resources, beyond those of its attributes. Methods are called with the store
 * locked, and may refuse unless they say otherwise.
 */
public interface ResourceRules {

  /** The call that an answer is for, where it matters. */
  enum Shown {
    MADE,
    CHANGED,
    READ,
    GONE
  }

  /** Completes and checks a resource that is about to be made. */
  default void making(ResourceStore store, ObjectNode made) {}

  /** Makes what goes with a resource that was made; does not refuse. */
  default void made(ResourceStore store, ObjectNode made) {}

  /** Completes and checks a resource that is about to be changed. */
  default void changing(ResourceStore store, ObjectNode before, ObjectNode changed) {}

  /** Checks a resource that is about to be removed. */
  default void removing(ResourceStore store, ObjectNode gone) {}

  /** Takes a resource away, at once or later, and returns it as the answer has it. */
  default ObjectNode remove(Shelf<ObjectNode> shelf, ObjectNode gone) {
    shelf.remove(gone.path("id").asText());
    return gone;
  }

  /** Removes what goes with a resource that was removed; does not refuse. */
  default void removed(ResourceStore store, ObjectNode gone) {}

  /** Adds what is known from other resources; does not refuse. */
  default void show(ResourceStore store, ObjectNode resource, Shown when) {}

  /** Calls beyond the five that every type has. */
  default List<Operation> operations(ResourceStore store) {
    return List.of();
  }
}
