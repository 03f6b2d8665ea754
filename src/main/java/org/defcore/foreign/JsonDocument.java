package org.defcore.foreign;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;

/** JSON of bounded size, depth and number of values. */
final class JsonDocument {

  private static final int MEBIBYTES = 16;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxTokenCount(1_000_000)
                          .maxNestingDepth(50)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonDocument() {}

  static ObjectNode object(InputStream in) throws IOException {
    String text = TextDocument.text(TextDocument.bytes(in, MEBIBYTES), 0);
    try {
      if (MAPPER.readTree(text) instanceof ObjectNode object) {
        return object;
      }
      throw new FormatProblem("expected a JSON object");
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      String where =
          place == null
              ? ""
              : "line %d, column %d: ".formatted(place.getLineNr(), place.getColumnNr());
      String why =
          e.getOriginalMessage().lines().findFirst().orElse("").replaceAll(", from `[^`]*`", "");
      throw new FormatProblem(where + "expected JSON: " + why);
    }
  }

  /** The text of a node; empty for a node of another type. */
  static String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : "";
  }
}
