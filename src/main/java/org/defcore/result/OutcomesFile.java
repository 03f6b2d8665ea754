package org.defcore.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
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

  private static final String NAME = "outcomes.jsonl";
  private static final String FINISHED = "finished";
  private static final int SHOWN = 60;
  private static final int MOST_BROKEN = 1000;
  private static final int MOST_ATTEMPTS = 100;

  private final RunFiles files;
  private final LineFile lines;

  OutcomesFile(RunFiles files) {
    this.files = files;
    this.lines = new LineFile(files.folder().resolve(NAME));
  }

  /**
   * The content of the file.
   *
   * @param results in the order in which the tests first ended
   * @param finished absent if the run died
   * @param broken what is no outcome, with its line
   */
  record Content(
      Map<TestId, TestResult> results, Optional<Instant> finished, List<String> broken) {}

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
      Optional<Integer> exchange,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Extras> extras) {

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
          attempt.exchange(),
          Optional.of(Extras.of(attempt)).filter(it -> !it.attributes().isEmpty()));
    }

    TestResult result() {
      TestResult strict =
          new TestResult(id, name, claim, outcome, code, reason, started, took, exchange);
      return extras.map(it -> it.in(strict)).orElse(strict);
    }
  }

  /**
   * The attributes that answers to a test had too many.
   *
   * @param bypassed absent if the run did not bypass them
   */
  private record Extras(List<ExtraAttribute> attributes, Optional<Bypassed> bypassed) {

    static Extras of(TestResult attempt) {
      return new Extras(
          attempt.extras(),
          attempt
              .bypassing()
              .map(it -> new Bypassed(it.outcome(), it.code(), it.reason(), it.exchange())));
    }

    TestResult in(TestResult strict) {
      return strict.with(attributes, bypassed.map(it -> it.in(strict)));
    }
  }

  /** The end of an attempt that bypassed them. */
  private record Bypassed(Outcome outcome, String code, String reason, Optional<Integer> exchange) {

    TestResult in(TestResult strict) {
      return new TestResult(
          strict.id(),
          strict.name(),
          strict.claim(),
          outcome,
          code,
          reason,
          strict.started(),
          strict.took(),
          exchange);
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
      throw RunFiles.unwritable(files.folder().resolve(NAME), e);
    }
  }

  /** Reads past what is no outcome. */
  Content read() {
    Reading reading = new Reading();
    byte[] content = files.read(NAME).orElse(new byte[0]);
    int from = 0;
    for (int i = 0; i < content.length && reading.goesOn(); i++) {
      if (content[i] == '\n') {
        reading.line(Arrays.copyOfRange(content, from, i));
        from = i + 1;
      }
    }
    if (from < content.length && reading.goesOn()) {
      reading.cutOff();
    }
    return new Content(reading.results, reading.finished, reading.broken);
  }

  private static final class Reading {

    private final Map<TestId, TestResult> results = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();
    private Optional<Instant> finished = Optional.empty();
    private int number;

    /** Of a file of nothing else, not every line is named. */
    boolean goesOn() {
      return broken.size() < MOST_BROKEN;
    }

    void line(byte[] bytes) {
      number++;
      try {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        if (RunJson.MAPPER.readTree(text) instanceof ObjectNode node) {
          keep(node);
        } else {
          broken("expected a JSON object but found \"" + shortened(text) + "\"");
        }
      } catch (JsonProcessingException e) {
        broken("expected a JSON object: " + RunJson.problem(e));
      } catch (CharacterCodingException e) {
        broken("expected UTF-8");
      }
    }

    void cutOff() {
      number++;
      broken("cut off");
    }

    private void keep(ObjectNode node) {
      if (node.has(FINISHED)) {
        finish(node.path(FINISHED).asText());
        return;
      }
      try {
        // Lines of most tests, and of earlier versions, have none.
        node.putIfAbsent("extras", node.nullNode());
        TestResult attempt = RunJson.MAPPER.treeToValue(node, Line.class).result();
        TestResult before = results.get(attempt.id());
        if (before != null && before.attempt() >= MOST_ATTEMPTS) {
          broken("expected at most %d attempts of a test".formatted(MOST_ATTEMPTS));
        } else {
          results.merge(attempt.id(), attempt, TestResult::retried);
        }
      } catch (JsonProcessingException e) {
        broken("expected an outcome: " + RunJson.problem(e));
      }
    }

    private void finish(String text) {
      try {
        finished = Optional.of(Instant.parse(text));
      } catch (DateTimeParseException e) {
        broken("expected a time in " + FINISHED + " but found \"" + shortened(text) + "\"");
      }
    }

    private static String shortened(String text) {
      return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private void broken(String what) {
      boolean last = broken.size() == MOST_BROKEN - 1;
      String more = last ? "; the lines after it were not read" : "";
      broken.add(NAME + ": line " + number + ": " + what + more);
    }
  }

  private static String text(Object value) {
    try {
      return RunJson.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
