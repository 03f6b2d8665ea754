package org.defcore.guideline.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.defcore.guideline.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuidelineSchemaTest {

  private static final String SCHEMA =
      """
      {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object",
       "properties": {"schema": {"type": "string"}, "a/b": {"type": "integer"}},
       "required": ["id"], "additionalProperties": false}
      """;

  @TempDir private Path folder;

  @Test
  void namesEveryDeparture() throws IOException {
    Files.writeString(folder.resolve("1.6.json"), SCHEMA);
    Path file =
        Files.writeString(folder.resolve("x"), "{\"schema\": \"1.6\", \"a/b\": \"c\", \"d\": 1}");

    assertThat(new GuidelineSchema(folder).check(file))
        .extracting(Finding::toString)
        .anyMatch(it -> it.startsWith("/a~1b: schema 1.6: "))
        .contains("/d: schema 1.6: expected no such key")
        .anyMatch(it -> it.startsWith("/: schema 1.6: ") && it.contains("id"));
  }

  @Test
  void versionsWithoutASchemaOfTheirOwnTakeTheNextBest() throws IOException {
    Files.writeString(folder.resolve("1.5.json"), SCHEMA);
    Path file = Files.writeString(folder.resolve("x"), "{\"schema\": \"1.3\"}");

    assertThat(new GuidelineSchema(folder).check(file))
        .singleElement()
        .asString()
        .startsWith("/: schema 1.5: ");
  }

  @Test
  void leavesToTheReaderWhatHasNoVersion() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "{\"schema\": ");

    assertThat(new GuidelineSchema(folder).check(file)).isEmpty();
  }

  @Test
  void missingSchemaIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "{\"schema\": \"1.6\"}");

    assertThatThrownBy(() -> new GuidelineSchema(folder).check(file))
        .hasMessage(
            folder.resolve("1.6.json")
                + ": expected the JSON Schema of guideline schema 1.6 but cannot read it");
  }
}
