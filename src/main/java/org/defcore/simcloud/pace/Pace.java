package org.defcore.simcloud.pace;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Length of one stage of a resource's life: random between two bounds, each time. */
public record Pace(Duration least, Duration most) {

  /** Everything is done by the time that somebody looks. */
  public static final Pace INSTANT = new Pace(Duration.ZERO, Duration.ZERO);

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

  public Pace {
    if (least.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "expected %d ms at most but found %d ms".formatted(most.toMillis(), least.toMillis()));
    }
  }

  /**
   * Reads {@code 200} or {@code 0-500}, milliseconds.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static Pace parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected milliseconds such as 200 or 0-500 but found \"" + text + "\"");
    }
    String most = matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
    return new Pace(
        Duration.ofMillis(Long.parseLong(matcher.group(1))),
        Duration.ofMillis(Long.parseLong(most)));
  }

  /** Length of the next stage. */
  public Duration next() {
    long bound = most.minus(least).toMillis() + 1;
    return least.plusMillis(ThreadLocalRandom.current().nextLong(bound));
  }
}
