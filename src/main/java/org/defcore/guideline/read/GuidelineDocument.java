package org.defcore.guideline.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;
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
import java.util.List;
import java.util.Optional;
import org.defcore.guideline.Finding;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.Rule;
import org.jspecify.annotations.Nullable;

/** Reads files and their JSON within limits far above any guideline. */
public final class GuidelineDocument {

  static final int LARGEST = 32 * 1024 * 1024;
  static final int DEEPEST = 100;

  private static final String SECOND = "Duplicate field ";
  private static final ObjectMapper STRICT = mapper(Twice.REFUSE);
  private static final ObjectMapper LENIENT = mapper(Twice.TAKE_LAST);

  /** Everything but the capabilities. */
  private static final TokenFilter REST =
      new TokenFilter() {
        @Override
        public @Nullable TokenFilter includeProperty(String name) {
          return name.equals("capabilities") ? null : TokenFilter.INCLUDE_ALL;
        }
      };

  private GuidelineDocument() {}

  @FunctionalInterface
  private interface Parsing {

    @Nullable JsonNode document() throws IOException;
  }

  /**
   * The result of parsing.
   *
   * @param json absent if the content is not JSON, with the reason among the findings
   * @param line of the first error, otherwise 1
   */
  public record Parsed(Optional<JsonNode> json, List<Finding> findings, int line) {

    public Parsed {
      findings = List.copyOf(findings);
    }
  }

  /** Treatment of duplicate keys. */
  public enum Twice {
    REFUSE,
    TAKE_LAST
  }

  /**
   * The content of a file.
   *
   * @throws GuidelineException if the file cannot be read or is too large
   */
  public static byte[] bytes(Path file) {
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

  /** Parses the content. */
  public static Parsed parse(byte[] content, Twice twice) {
    Reading reading = new Reading();
    Optional<JsonNode> json = parse(content, reading, twice);
    return new Parsed(json, reading.findings(), json.isPresent() ? 1 : lastLine(content));
  }

  /** Parses the content; empty if it is not JSON, with the reason in the reading. */
  static Optional<JsonNode> parse(byte[] content, Reading reading) {
    return parse(content, reading, Twice.REFUSE);
  }

  /** Parses the content without the capabilities, which are nearly all of a file. */
  static Optional<JsonNode> outline(byte[] content, Reading reading) {
    return parse(
        reading,
        () ->
            LENIENT.readTree(
                new FilteringParserDelegate(
                    LENIENT.createParser(content), REST, Inclusion.INCLUDE_ALL_AND_PATH, true)));
  }

  private static Optional<JsonNode> parse(byte[] content, Reading reading, Twice twice) {
    return parse(reading, () -> (twice == Twice.REFUSE ? STRICT : LENIENT).readTree(content));
  }

  private static Optional<JsonNode> parse(Reading reading, Parsing parsing) {
    try {
      JsonNode document = parsing.document();
      if (document == null || document.isMissingNode()) {
        reading.error(Rule.JSON, "", "expected JSON but found an empty file");
        return Optional.empty();
      }
      return Optional.of(document);
    } catch (JsonProcessingException e) {
      reading.error(rule(e), "", where(e) + problem(e));
    } catch (IOException e) {
      reading.error(
          Rule.JSON, "", "expected JSON in UTF-8 but found something else: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static ObjectMapper mapper(Twice twice) {
    // Names of tests hardly come again: a table of the names seen is nearly as long as the file.
    JsonFactory factory =
        JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, twice == Twice.REFUSE)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();
    return new ObjectMapper(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /** The last line that a parser reaches. */
  private static int lastLine(byte[] content) {
    try (JsonParser parser = LENIENT.createParser(content)) {
      int line = 1;
      try {
        while (parser.nextToken() != null) {
          line = parser.currentTokenLocation().getLineNr();
        }
      } catch (JsonProcessingException e) {
        return Math.max(line, e.getLocation() == null ? 1 : e.getLocation().getLineNr());
      }
      return line;
    } catch (IOException e) {
      return 1;
    }
  }

  private static Rule rule(JsonProcessingException e) {
    return e.getOriginalMessage().startsWith(SECOND) ? Rule.DUPLICATE_KEY : Rule.JSON;
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
    if (message.startsWith(SECOND)) {
      return "expected each key once but found a second " + message.substring(SECOND.length());
    }
    if (e instanceof StreamConstraintsException) {
      return message.contains("nesting depth")
          ? "nested deeper than " + DEEPEST + " levels"
          : "beyond what a guideline can hold: " + message;
    }
    return "not JSON: " + message;
  }
}
