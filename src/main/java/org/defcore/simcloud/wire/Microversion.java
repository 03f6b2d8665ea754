package org.defcore.simcloud.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version such as 2.93, which a request can ask for. */
public record Microversion(int major, int minor) implements Comparable<Microversion> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

  /** Reads {@code 2.93}; empty for what is no version. */
  public static Optional<Microversion> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Microversion(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** Returns whether it is this minor version or a later one. */
  public boolean atLeast(int other) {
    return minor >= other;
  }

  /**
   * Takes from a document the fields that this version does not have yet.
   *
   * @param since the minor versions that brought fields
   */
  public ObjectNode cut(ObjectNode document, Map<String, Integer> since) {
    since.forEach(
        (field, minorVersion) -> {
          if (!atLeast(minorVersion)) {
            document.remove(field);
          }
        });
    return document;
  }

  @Override
  public int compareTo(Microversion other) {
    return major == other.major
        ? Integer.compare(minor, other.minor)
        : Integer.compare(major, other.major);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
