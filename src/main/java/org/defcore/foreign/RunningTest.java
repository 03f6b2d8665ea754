package org.defcore.foreign;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A test of a source, from its beginning to its end. */
final class RunningTest {

  private final String name;
  private final Attachments attachments;
  private boolean begun;
  private Optional<Instant> started = Optional.empty();
  private Optional<Duration> took = Optional.empty();
  private Optional<String> reason = Optional.empty();

  RunningTest(String name, Attachments attachments) {
    this.name = name;
    this.attachments = attachments;
  }

  void begins(Optional<Instant> when) {
    begun = true;
    started = when;
  }

  /** Returns whether the source says that it has begun: a text about it alone does not. */
  boolean hasBegun() {
    return begun;
  }

  void took(Duration time) {
    took = Optional.of(time);
  }

  /** Takes the text of the source about the test, whose end says why. */
  void says(String text) {
    if (text.contains("\n")) {
      attachments.add("details", text);
      reason = Optional.of(Attachments.exception(text));
    } else if (attachments.add(Attachments.REASON, text)) {
      reason = Optional.of(Attachments.bounded(text.strip()));
    }
  }

  Attachments attachments() {
    return attachments;
  }

  /** The result, where the source has no time of the end. */
  ForeignResult ended(SourceStatus status) {
    return ended(status, Optional.empty());
  }

  ForeignResult ended(SourceStatus status, Optional<Instant> when) {
    return new ForeignResult(
        name,
        status.outcome(),
        status.code(),
        status.reason(reason.orElseGet(attachments::reason)),
        started.or(() -> when),
        took.orElseGet(() -> SourceTimes.between(started, when)),
        attachments.text());
  }
}
