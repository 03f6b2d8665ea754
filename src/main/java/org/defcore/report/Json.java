package org.defcore.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.function.BiConsumer;

/** Layout of JSON in reports: keys in the order set, two spaces, line feeds everywhere. */
public final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter WRITER =
      MAPPER.writer(
          new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Adds an array of objects, one for each element. */
  public static <T> void objects(
      ObjectNode parent, String key, Collection<T> elements, BiConsumer<ObjectNode, T> filler) {
    var array = parent.putArray(key);
    elements.forEach(it -> filler.accept(array.addObject(), it));
  }

  public static void strings(ObjectNode parent, String key, Collection<String> elements) {
    var array = parent.putArray(key);
    elements.forEach(array::add);
  }

  /** The document, with a line feed at its end. */
  public static String text(JsonNode document) {
    try {
      return PlainText.inJson(WRITER.writeValueAsString(document)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values did not become JSON", e);
    }
  }
}
