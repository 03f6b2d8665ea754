package org.defcore.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form of a body, or of a part of it.
 *
 * @param schema JSON Schema; null where there is no body
 * @param words pointers by the contract's words about a resource
 * @param parts fields that are a resource or hold some
 * @param items of a list that holds resources
 */
record Form(
    JsonNode schema,
    Map<String, List<String>> words,
    Map<String, Form> parts,
    Optional<Form> items) {

  Form {
    words = Map.copyOf(words);
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  static Form of(JsonNode schema) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    Map<String, Form> parts = new LinkedHashMap<>();
    for (String word : Thing.WORDS) {
      if (schema.has(word)) {
        words.put(word, schema.path(word).valueStream().map(JsonNode::asText).toList());
      }
    }
    for (Map.Entry<String, JsonNode> part : schema.path("properties").properties()) {
      holding(part.getValue()).ifPresent(it -> parts.put(part.getKey(), it));
    }
    return new Form(schema, words, parts, holding(schema.path("items")));
  }

  private static Optional<Form> holding(JsonNode schema) {
    return Optional.of(schema)
        .filter(JsonNode::isObject)
        .map(Form::of)
        .filter(it -> it.isThing() || !it.parts.isEmpty() || it.items.isPresent());
  }

  /** Returns whether it is the form of a resource. */
  boolean isThing() {
    return words.containsKey(Thing.ITSELF);
  }

  boolean isOfNone() {
    return schema.isNull();
  }

  /** Returns whether a body has all that is required on its top level. */
  boolean mayBeOf(JsonNode body) {
    return isOfNone() ? body.isMissingNode() : QuickFit.hasAll(schema.path("required"), body);
  }
}
