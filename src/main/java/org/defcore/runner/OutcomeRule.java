package org.defcore.runner;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defcore.http.NoAnswer;
import org.defcore.http.UnexpectedAnswer;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Recording;
import org.defcore.kit.Evidence;
import org.defcore.kit.FixtureFailed;
import org.defcore.kit.RunCancelled;
import org.defcore.result.ExtraAttribute;
import org.defcore.result.NeedUnmet;
import org.defcore.result.Outcome;
import org.defcore.result.PlannedTest;
import org.defcore.result.TestResult;
import org.opentest4j.AssertionFailedError;

/**
 * Turns how a test ended into its outcome. An assertion that broke is the cloud's; everything else
 * established nothing.
 */
final class OutcomeRule {

  private static final Pattern DESCRIBED = Pattern.compile("\\[([^\\]]*)\\]");

  private final MessageText wording;
  private final Recording.Extras extras;

  /**
   * @param extras how tests took attributes that the API does not have
   */
  OutcomeRule(MessageText wording, Recording.Extras extras) {
    this.wording = wording;
    this.extras = extras;
  }

  /** The outcome as a strict test has it, and beside it that of a run which goes on. */
  TestResult judge(
      PlannedTest test,
      Instant started,
      Duration took,
      Optional<Throwable> failure,
      Evidence evidence) {
    TestResult ended = ended(test, started, took, failure, evidence);
    if (evidence.extras().isEmpty() || ended.outcome() == Outcome.NOT_RUN) {
      return ended;
    }
    List<ExtraAttribute> attributes =
        evidence.extras().stream().map(it -> new ExtraAttribute(it.call(), it.where())).toList();
    return switch (extras) {
      case REFUSED -> ended.with(attributes, Optional.empty());
      case NOTED -> strict(ended, evidence.extras().get(0)).with(attributes, Optional.of(ended));
    };
  }

  /** A strict test ends at the first attribute too many. */
  private TestResult strict(TestResult ended, Recording.Extra first) {
    return new TestResult(
        ended.id(),
        ended.name(),
        ended.claim(),
        Outcome.FAILED,
        "",
        byPath(wording.line(first.finding())),
        ended.started(),
        ended.took(),
        Optional.of(first.exchange()));
  }

  private TestResult ended(
      PlannedTest test,
      Instant started,
      Duration took,
      Optional<Throwable> failure,
      Evidence evidence) {
    Outcome outcome = failure.map(OutcomeRule::outcome).orElse(Outcome.PASSED);
    boolean hasExchange = outcome == Outcome.FAILED || outcome == Outcome.ERROR;
    Optional<Integer> exchange =
        hasExchange ? failure.flatMap(it -> exchange(it, evidence)) : Optional.empty();
    return new TestResult(
        test.id(),
        test.name(),
        test.claim(),
        outcome,
        failure.map(OutcomeRule::code).orElse(""),
        failure.map(it -> reason(it, exchange, evidence)).orElse(""),
        Optional.of(started),
        took,
        exchange);
  }

  private static Outcome outcome(Throwable failure) {
    if (failure instanceof FixtureFailed) {
      return Outcome.BLOCKED;
    }
    if (failure instanceof NeedUnmet) {
      return Outcome.SKIPPED;
    }
    if (failure instanceof RunCancelled) {
      return Outcome.NOT_RUN;
    }
    if (failure instanceof UnexpectedAnswer answer && answer.isDoubtful()) {
      return Outcome.ERROR;
    }
    return failure instanceof AssertionError ? Outcome.FAILED : Outcome.ERROR;
  }

  private static String code(Throwable failure) {
    return failure instanceof NeedUnmet unmet ? unmet.code() : "";
  }

  private static Optional<Integer> exchange(Throwable failure, Evidence evidence) {
    if (failure instanceof UnexpectedAnswer answer) {
      return Optional.of(answer.exchange());
    }
    return evidence.atEnd() == 0 ? Optional.empty() : Optional.of(evidence.atEnd() - 1);
  }

  private String reason(Throwable failure, Optional<Integer> exchange, Evidence evidence) {
    String message =
        failure instanceof AssertionError
                || failure instanceof NoAnswer
                || failure instanceof FixtureFailed
                || failure instanceof NeedUnmet
                || failure instanceof RunCancelled
            ? Optional.ofNullable(failure.getMessage()).orElse(failure.toString())
            : failure.toString();
    // What stands at the end of a long comparison would be cut off, and the difference with it.
    String told =
        message.length() > MessageText.LONGEST ? differences(failure).orElse(message) : message;
    String line = byPath(wording.reason(told));
    return exchange.map(it -> named(line, evidence.exchanges(), it)).orElse(line);
  }

  /** A comparison by the part in which its two texts differ; empty if it is none. */
  private Optional<String> differences(Throwable failure) {
    if (!(failure instanceof AssertionFailedError compared) || !compared.isExpectedDefined()) {
      return Optional.empty();
    }
    String expected = compared.getExpected().getStringRepresentation();
    String found = compared.getActual().getStringRepresentation();
    // AssertJ puts the description in brackets before the message.
    Matcher described = DESCRIBED.matcher(String.valueOf(failure.getMessage()).strip());
    return expected.equals(found)
        ? Optional.empty()
        : Optional.of(
            (described.lookingAt() ? described.group(1) + ": " : "")
                + wording.difference(expected, found));
  }

  /** Names each call by its path, whoever wrote it: the evidence has the whole address. */
  private static String byPath(String line) {
    return line.replaceAll("\\b(GET|PUT|POST|PATCH|DELETE|HEAD) \\w+://[^/\\s]+/", "$1 /");
  }

  /** Puts the call in front of a reason that does not name one. */
  private static String named(String line, List<Exchange> exchanges, int index) {
    if (index >= exchanges.size() || line.matches(".*\\b(GET|PUT|POST|PATCH|DELETE|HEAD) /.*")) {
      return line;
    }
    Exchange exchange = exchanges.get(index);
    String path = exchange.uri().replaceFirst("^\\w+://[^/]*", "").replaceFirst("[?].*", "");
    return exchange.method() + " " + path + ": " + line;
  }
}
