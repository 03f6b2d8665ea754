package org.defcore.guideline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Files and their JSON, read within limits that no guideline comes near. */
final class GuidelineDocument {

  static final int LARGEST = 32 * 1024 * 1024;
  static final int DEEPEST = 100;

  private GuidelineDocument() {}

  /**
   * @throws GuidelineException for what is no readable file, or is too large
   */
  static byte[] bytes(Path file) {
    if (Files.isDirectory(file)) {
      throw new GuidelineException(file + ": expected a guideline file but found a folder");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        throw new GuidelineException(
            file + ": expected at most 32 MiB but found more: no guideline is that large");
      }
      return content;
    } catch (NoSuchFileException e) {
      throw new GuidelineException(file + ": expected a guideline file but found nothing there");
    } catch (IOException e) {
      throw new GuidelineException(file + ": cannot be read: " + e.getMessage());
    }
  }

  /** The JSON of the content; empty when it is none, with the reason in the reading. */
  static Optional<JsonNode> parse(byte[] content, Reading reading) {
    try {
      JsonNode document = mapper().readTree(content);
      if (document == null || document.isMissingNode()) {
        reading.error("", "expected JSON but found an empty file");
        return Optional.empty();
      }
      return Optional.of(document);
    } catch (JsonProcessingException e) {
      reading.error("", where(e) + problem(e));
    } catch (IOException e) {
      reading.error("", "expected JSON in UTF-8 but found something else: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static ObjectMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();
    return new ObjectMapper(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  private static String where(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null || location.getLineNr() < 1
        ? ""
        : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
  }

  private static String problem(JsonProcessingException e) {
    String message = e.getOriginalMessage().lines().findFirst().orElse("");
    if (e instanceof JsonEOFException || message.startsWith("Unexpected end-of-input")) {
      return "expected more JSON but found the end of the file: it seems cut off";
    }
    if (e instanceof MismatchedInputException) {
      return "expected one JSON document but found more after it";
    }
    if (message.startsWith("Duplicate field ")) {
      return "expected each key once but found a second " + message.substring(16);
    }
    if (e instanceof StreamConstraintsException) {
      return message.contains("nesting depth")
          ? "nested deeper than " + DEEPEST + " levels"
          : "beyond what a guideline can hold: " + message;
    }
    return "not JSON: " + message;
  }
}
