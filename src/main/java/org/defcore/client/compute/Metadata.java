package org.defcore.client.compute;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** Metadata as requests carry them. */
final class Metadata {

  private Metadata() {}

  static ObjectNode json(Map<String, String> metadata) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(metadata).forEach(json::put);
    return json;
  }
}
