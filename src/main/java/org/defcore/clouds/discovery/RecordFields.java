package org.defcore.clouds.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fields of one record of a list, read as generously as their meaning allows: clouds write
 * numbers as text, and null for what they do not know.
 */
final class RecordFields {

  private final JsonNode record;

  /**
   * @throws UnreadableRecord if it is no object
   */
  RecordFields(JsonNode record) {
    if (!record.isObject()) {
      throw new UnreadableRecord("expected an object but found " + shape(record));
    }
    this.record = record;
  }

  /** The id, which every record has to have. */
  String id() {
    String id = text("id");
    if (id.isBlank()) {
      throw new UnreadableRecord("id: expected a text but found nothing");
    }
    return id;
  }

  /** A text; empty if there is none. */
  String text(String key) {
    JsonNode value = record.path(key);
    if (value.isContainerNode()) {
      throw new UnreadableRecord(key + ": expected a text but found " + shape(value));
    }
    return value.isNull() ? "" : value.asText("");
  }

  /** A whole number; zero if there is none. */
  long number(String key) {
    String text = text(key);
    if (text.isBlank()) {
      return 0;
    }
    try {
      return Math.max(0, Long.parseLong(text.strip().replaceFirst("\\.0+$", "")));
    } catch (NumberFormatException e) {
      throw new UnreadableRecord(key + ": expected a whole number but found another value");
    }
  }

  /** A yes or no; no if there is none. */
  boolean flag(String key) {
    return text(key).equalsIgnoreCase("true");
  }

  /** Returns whether the list under that key has anything in it. */
  boolean hasAny(String key) {
    return !record.path(key).isEmpty();
  }

  /** All fields that are one value, by name. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    record
        .properties()
        .forEach(
            it -> {
              if (it.getValue().isValueNode() && !it.getValue().isNull()) {
                texts.put(it.getKey(), it.getValue().asText());
              }
            });
    return texts;
  }

  private static String shape(JsonNode node) {
    if (node.isObject()) {
      return "an object";
    }
    return node.isArray() ? "a list" : "one value";
  }

  /** A record without the fields that a choice rests on. */
  static final class UnreadableRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableRecord(String what) {
      super(what);
    }
  }

  /** The form of one record. */
  interface Form<T> {
    T read(RecordFields fields);
  }

  /**
   * Those records of a list that can be read.
   *
   * @param unreadable one line each: which, and why
   */
  record Read<T>(List<T> records, List<String> unreadable) {

    Read {
      records = List.copyOf(records);
      unreadable = List.copyOf(unreadable);
    }

    static <T> Read<T> of(List<JsonNode> list, Form<T> form) {
      List<T> records = new ArrayList<>();
      List<String> unreadable = new ArrayList<>();
      for (JsonNode node : list) {
        try {
          records.add(form.read(new RecordFields(node)));
        } catch (UnreadableRecord e) {
          String id = node.path("id").asText("");
          String which = id.isBlank() ? "without an id" : id;
          unreadable.add(which + ": " + e.getMessage());
        }
      }
      return new Read<>(records, unreadable);
    }
  }
}
