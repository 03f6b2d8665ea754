package org.defcore.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.guideline.TestId;

/**
 * {@code outcomes.jsonl}: a line for each attempt of each test, and one when the run has come to
 * its end. What several attempts amount to is worked out when they are read, so that a second line
 * for a test can make it flaky but never passed.
 */
final class OutcomesFile {

  private static final String FINISHED = "finished";

  private final Path file;
  private final LineFile lines;

  OutcomesFile(Path file) {
    this.file = file;
    this.lines = new LineFile(file);
  }

  /**
   * The content of the file.
   *
   * @param results in the order in which the tests first ended
   * @param finished absent if the run died
   */
  record Content(Map<TestId, TestResult> results, Optional<Instant> finished) {}

  /** One attempt, without those before it. */
  private record Line(
      TestId id,
      String name,
      String claim,
      Outcome outcome,
      String code,
      String reason,
      Optional<Instant> started,
      Duration took,
      Optional<Integer> exchange) {

    static Line of(TestResult attempt) {
      return new Line(
          attempt.id(),
          attempt.name(),
          attempt.claim(),
          attempt.outcome(),
          attempt.code(),
          attempt.reason(),
          attempt.started(),
          attempt.took(),
          attempt.exchange());
    }

    TestResult result() {
      return new TestResult(id, name, claim, outcome, code, reason, started, took, exchange);
    }
  }

  void append(TestResult attempt) {
    append(text(Line.of(attempt)));
  }

  void finish(Instant when) {
    append(text(RunJson.MAPPER.createObjectNode().put(FINISHED, when.toString())));
  }

  private void append(String line) {
    try {
      lines.append(line);
    } catch (IOException e) {
      throw new RunException(file + ": cannot be written: " + e.getMessage());
    }
  }

  Content read() {
    Map<TestId, TestResult> results = new LinkedHashMap<>();
    Optional<Instant> finished = Optional.empty();
    int number = 0;
    for (String line : lines()) {
      number++;
      ObjectNode node = object(line, number);
      if (node.has(FINISHED)) {
        finished = Optional.of(finish(node, number));
      } else {
        TestResult attempt = attempt(node, number);
        results.merge(attempt.id(), attempt, TestResult::retried);
      }
    }
    return new Content(results, finished);
  }

  /** Whole lines only: one that a crash cut off never counted. */
  private List<String> lines() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException e) {
      throw new RunException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private ObjectNode object(String line, int number) {
    try {
      if (RunJson.MAPPER.readTree(line) instanceof ObjectNode object) {
        return object;
      }
      throw broken(number, "expected a JSON object but found \"" + line + "\"");
    } catch (JsonProcessingException e) {
      throw broken(number, "expected a JSON object: " + RunJson.problem(e));
    }
  }

  private Instant finish(ObjectNode node, int number) {
    String text = node.path(FINISHED).asText();
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw broken(number, "expected a time in " + FINISHED + " but found \"" + text + "\"");
    }
  }

  private TestResult attempt(ObjectNode node, int number) {
    try {
      return RunJson.MAPPER.treeToValue(node, Line.class).result();
    } catch (JsonProcessingException e) {
      throw broken(number, "expected an outcome: " + RunJson.problem(e));
    }
  }

  private RunException broken(int line, String what) {
    return new RunException(file + ": line " + line + ": " + what);
  }

  private static String text(Object value) {
    try {
      return RunJson.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
