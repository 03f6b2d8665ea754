package org.defcore.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list of sums as {@code sha256sum} writes it, sorted by name.
 *
 * @param byName SHA-256 in hexadecimal
 */
public record Sums(SortedMap<String, String> byName) {

  static final String FILE = "SHA256SUMS";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

  public Sums {
    byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
  }

  /**
   * Reads a list.
   *
   * @param part its name in messages
   * @throws BundleException if it is not byte by byte what {@link #text} gives
   */
  public static Sums parse(byte[] content, String part) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    SortedMap<String, String> sums = new TreeMap<>();
    for (String line : text.split("\n", -1)) {
      Matcher found = LINE.matcher(line);
      if (found.matches()) {
        sums.put(found.group(2), found.group(1));
      }
    }
    Sums read = new Sums(sums);
    if (!read.text().equals(text)) {
      throw new BundleException(
          part + ": expected lines of sha256sum, sorted by name, and nothing else");
    }
    return read;
  }

  public String text() {
    StringBuilder text = new StringBuilder();
    byName.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
    return text.toString();
  }
}
