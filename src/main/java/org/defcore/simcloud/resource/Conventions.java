package org.defcore.simcloud.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.defcore.simcloud.resource.ResourceRules.Shown;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Reply;

/** Stamps, documents and answers that a service has alike for all its resources. */
public interface Conventions {

  /** Stamps a resource that is made, which has its id and project. */
  void begin(ObjectNode made, Instant now);

  /** Stamps a resource that is changed. */
  void touch(ObjectNode changed, Instant now);

  /** Returns whether every project sees it. */
  default boolean isShared(ObjectNode resource) {
    return false;
  }

  /**
   * Checks that a project may have one more.
   *
   * @param used resources of the type that it has
   */
  default void admit(ResourceType type, int used) {}

  /** The fields that a document gives a resource, or each of several to be made at once. */
  List<JsonNode> contents(Incoming request, ResourceType type) throws IOException;

  /** The answer about a resource, or about several that were made at once. */
  Reply answer(Incoming request, ResourceType type, Shown when, List<ObjectNode> shown)
      throws IOException;

  /**
   * The answer that lists resources.
   *
   * @param visible all that the caller sees, newest first
   */
  Reply list(Incoming request, ResourceType type, List<ObjectNode> visible);
}
