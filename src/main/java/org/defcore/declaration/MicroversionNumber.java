package org.defcore.declaration;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A microversion of an API; {@code 2.9} comes before {@code 2.10}. */
public record MicroversionNumber(int major, int minor) implements Comparable<MicroversionNumber> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");
  private static final Comparator<MicroversionNumber> ORDER =
      Comparator.comparingInt(MicroversionNumber::major)
          .thenComparingInt(MicroversionNumber::minor);

  /** Reads {@code 2.93}. */
  public static Optional<MicroversionNumber> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new MicroversionNumber(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public int compareTo(MicroversionNumber other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
