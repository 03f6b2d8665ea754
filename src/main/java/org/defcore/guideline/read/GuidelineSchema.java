package org.defcore.guideline.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.defcore.guideline.Finding;
import org.defcore.guideline.Finding.Severity;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.Rule;

/**
 * Compares a file with the strict JSON Schema of its version. All its findings are oddities, since
 * only the reader decides whether a file can be used.
 */
public final class GuidelineSchema {

  /** A condition that does not hold is no finding; what follows from it may be. */
  private static final Pattern CONDITION = Pattern.compile("/if(?:/|$)");

  private record Compiled(Validator validator, URI schema) {}

  private final Path folder;
  private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

  /**
   * @param folder with {@code 1.2.json}, {@code 1.5.json}, {@code 1.6.json} and {@code 2.0.json}
   */
  public GuidelineSchema(Path folder) {
    this.folder = folder;
  }

  /**
   * The findings by pointer. There are none for content that is not JSON or has no schema version;
   * the reader reports that.
   *
   * @throws GuidelineException when the file cannot be read, or the schema is missing
   */
  public List<Finding> check(Path file) {
    return GuidelineDocument.parse(GuidelineDocument.bytes(file), new Reading())
        .map(this::check)
        .orElse(List.of());
  }

  /** Same as {@link #check(Path)}, for a parsed document. */
  public List<Finding> check(JsonNode document) {
    return version(document).map(it -> check(document, it)).orElse(List.of());
  }

  private List<Finding> check(JsonNode document, String version) {
    Compiled by = compiled.computeIfAbsent(version, this::compile);
    return by.validator().validate(by.schema(), document).getErrors().stream()
        .filter(it -> !CONDITION.matcher(it.getEvaluationPath()).find())
        .map(
            it ->
                new Finding(
                    Rule.JSON_SCHEMA,
                    Severity.ODDITY,
                    it.getInstanceLocation(),
                    "schema " + version + ": " + message(it)))
        .distinct()
        .sorted(Comparator.comparing(Finding::pointer).thenComparing(Finding::message))
        .toList();
  }

  private Compiled compile(String version) {
    Validator validator =
        new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .withEvaluatorFactory(new FormatEvaluatorFactory())
            .createValidator();
    return new Compiled(validator, validator.registerSchema(schema(version)));
  }

  private String schema(String version) {
    Path file = folder.resolve(version + ".json");
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new GuidelineException(
          file
              + ": expected the JSON Schema of guideline schema "
              + version
              + " but cannot read it");
    }
  }

  /** The closest schema: 1.3, 1.4 and unknown minor versions have none of their own. */
  private static Optional<String> version(JsonNode document) {
    JsonNode inMetadata = document.path("metadata").path("schema");
    String text = (inMetadata.isMissingNode() ? document.path("schema") : inMetadata).asText();
    return SchemaVersion.parse(text)
        .flatMap(
            it ->
                switch (it.major()) {
                  case 1 -> Optional.of(it.minor() < 3 ? "1.2" : it.minor() < 6 ? "1.5" : "1.6");
                  case 2 -> Optional.of("2.0");
                  default -> Optional.empty();
                });
  }

  private static String message(Error error) {
    String message = error.getError();
    if (message.equals("False schema always fails")) {
      return "expected no such key";
    }
    return message.isEmpty()
        ? message
        : Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }
}
