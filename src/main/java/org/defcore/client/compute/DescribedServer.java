package org.defcore.client.compute;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A server in an answer that has all its usual fields. */
public sealed interface DescribedServer permits Server, UpdatedServer, RebuiltServer {

  ServerCore core();

  default String id() {
    return core().id();
  }

  default String name() {
    return core().name();
  }

  default String status() {
    return core().status();
  }

  default Reference flavor() {
    return core().flavor();
  }

  /** Absent if the server was booted from a volume. */
  default Optional<String> imageId() {
    return Optional.of(core().image()).filter(JsonNode::isObject).map(it -> it.path("id").asText());
  }
}
