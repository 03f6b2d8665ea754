package org.defcore.simcloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A body that has a recorded {@link Shape}; of each kind of value there is one only. */
public record RecordedForm(JsonNode body) {

  /** Every id. */
  static final String ID = "00000000-0000-4000-8000-000000000000";

  /** A text that was not recorded. */
  static final JsonNode TEXT = TextNode.valueOf("?");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonNode NUMBER = IntNode.valueOf(-1);
  private static final int MOST_KINDS = 4;

  /** Bodies that have, one or the other, every kind that was seen at a place. */
  public static List<RecordedForm> all(JsonNode shape) {
    return IntStream.range(0, MOST_KINDS)
        .mapToObj(it -> new RecordedForm(body(shape, it)))
        .distinct()
        .toList();
  }

  /** Returns whether a value was not recorded, but only that it is a text, a number or a flag. */
  boolean isUnknown(String at) {
    return Stream.of(TEXT, NUMBER, BooleanNode.TRUE).anyMatch(body.at(at)::equals);
  }

  private static JsonNode body(JsonNode shape, int turn) {
    if (shape.isTextual()) {
      String[] kinds = shape.asText().split("\\|", -1);
      return value(kinds[turn % kinds.length]);
    }
    if (shape.isArray()) {
      ArrayNode items = NODES.arrayNode();
      shape.valueStream().limit(1).forEach(it -> items.add(body(it, turn)));
      return items;
    }
    if (shape.isMissingNode()) {
      return shape;
    }
    ObjectNode object = NODES.objectNode();
    for (Map.Entry<String, JsonNode> field : shape.properties()) {
      JsonNode value = body(field.getValue(), turn);
      if (!value.isMissingNode()) {
        object.set(field.getKey(), value);
      }
    }
    return object;
  }

  private static JsonNode value(String kind) {
    return switch (kind) {
      case "absent" -> MissingNode.getInstance();
      case "boolean" -> BooleanNode.TRUE;
      case "integer", "number" -> NUMBER;
      case "null" -> NullNode.getInstance();
      case "uuid" -> TextNode.valueOf(ID);
      case "hex32" -> TextNode.valueOf("0".repeat(32));
      case "url" -> TextNode.valueOf("http://cloud/" + ID);
      case "string" -> TEXT;
      default -> TextNode.valueOf(kind.replaceFirst("^time ", ""));
    };
  }
}
