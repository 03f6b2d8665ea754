package org.defcore.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A published schema, as a reader of our files would use it. */
public final class Schema {

  private final String text;

  public Schema(String file) {
    try {
      text = Files.readString(Path.of("reports/schema", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Problems of a document, a line each with place and message. */
  public List<String> problems(String document) {
    Validator.Result result =
        new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .validate(text, document);
    return result.getErrors().stream()
        .map(it -> it.getInstanceLocation() + ": " + it.getError())
        .toList();
  }

  /** Every object is closed, and every property says what it is. */
  public void assertClosedAndDescribed() throws IOException {
    assertThat(objects(new ObjectMapper().readTree(text)))
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(it.path("additionalProperties").asText()).isEqualTo("false");
              it.path("properties")
                  .properties()
                  .forEach(
                      property ->
                          assertThat(
                                  property.getValue().has("description")
                                      || property.getValue().has("$ref"))
                              .as(property.getKey())
                              .isTrue());
            });
  }

  private static Stream<JsonNode> objects(JsonNode node) {
    return Stream.concat(
        node.path("type").asText().equals("object") ? Stream.of(node) : Stream.of(),
        StreamSupport.stream(node.spliterator(), false).flatMap(Schema::objects));
  }
}
