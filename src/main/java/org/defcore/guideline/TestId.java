package org.defcore.guideline;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tempest's idempotent id, which stays the same when a test is renamed. */
public record TestId(UUID value) implements Comparable<TestId> {

  // UUID.fromString also takes "1-1-1-1-1", so the shape is checked first.
  private static final Pattern SHAPE =
      Pattern.compile("(?:id-)?(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

  /**
   * Reads an id as guideline files write it: a UUID, with {@code id-} before it in all files but
   * the add-ons'.
   */
  public static Optional<TestId> parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    return matcher.matches()
        ? Optional.of(new TestId(UUID.fromString(matcher.group(1))))
        : Optional.empty();
  }

  /** Reads an id that the program itself wrote. */
  public static TestId of(String text) {
    return parse(text)
        .orElseThrow(
            () -> new IllegalArgumentException("expected a UUID but found \"" + text + "\""));
  }

  /** Orders as the text does; UUID's own order is by signed halves. */
  @Override
  public int compareTo(TestId other) {
    int high =
        Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return high == 0
        ? Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits())
        : high;
  }

  /** The bare UUID, lower case, without {@code id-}. */
  @Override
  public String toString() {
    return value.toString();
  }
}
