package org.defcore.guideline.read;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Version of the guideline schema, ordered as numbers: 10.0 comes after 2.0. */
record SchemaVersion(int major, int minor) implements Comparable<SchemaVersion> {

  private static final Pattern SHAPE = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

  static Optional<SchemaVersion> parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new SchemaVersion(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public int compareTo(SchemaVersion other) {
    return Comparator.comparingInt(SchemaVersion::major)
        .thenComparingInt(SchemaVersion::minor)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
