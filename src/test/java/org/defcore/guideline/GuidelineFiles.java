package org.defcore.guideline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The guideline files of this repository as plain JSON, and their schemas. */
public final class GuidelineFiles {

  public static final Path FOLDER = Path.of("guidelines");

  private static final Path SCHEMAS = FOLDER.resolve("schema");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Validator VALIDATOR = validator();

  private GuidelineFiles() {}

  private static Validator validator() {
    Validator validator =
        new ValidatorFactory().withEvaluatorFactory(new FormatEvaluatorFactory()).createValidator();
    try {
      for (Path schema : jsonBelow(SCHEMAS)) {
        validator.registerSchema(schema.toUri(), Files.readString(schema));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return validator;
  }

  /** Names relative to the folder, with slashes and without {@code .json}, sorted. */
  public static List<String> names() throws IOException {
    return jsonBelow(FOLDER).stream()
        .filter(it -> !it.startsWith(SCHEMAS))
        .map(it -> FOLDER.relativize(it).toString().replace('\\', '/').replaceFirst("\\.json$", ""))
        .toList();
  }

  public static List<Path> jsonBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(it -> it.toString().endsWith(".json")).sorted().toList();
    }
  }

  public static JsonNode guideline(String name) throws IOException {
    return read(FOLDER.resolve(name + ".json"));
  }

  public static JsonNode read(Path file) throws IOException {
    return JSON.readTree(Files.readString(file));
  }

  public static String schemaVersion(JsonNode guideline) {
    return guideline.has("metadata")
        ? guideline.at("/metadata/schema").asText()
        : guideline.path("schema").asText();
  }

  /** The violations of the schema with that name, as {@code pointer: error} lines. */
  public static List<String> problems(String schema, JsonNode guideline) {
    return VALIDATOR
        .validate(SCHEMAS.resolve(schema + ".json").toUri(), guideline)
        .getErrors()
        .stream()
        .map(it -> it.getInstanceLocation() + ": " + it.getError())
        .toList();
  }
}
