package org.defcore.result;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IPv4 addresses, {@code 10.100.0.0/16}.
 *
 * @param first its first address, as a number
 * @param length bits that all its addresses have in common
 */
public record Ipv4Range(long first, int length) {

  /** The range for the subnets that a run makes, unless another is chosen. */
  public static final String USUAL = "10.100.0.0/16";

  /** The smallest range in which those subnets have room. */
  public static final int LONGEST = 24;

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

  /** Unspecified, loopback, link-local, multicast and reserved addresses. */
  private static final Pattern SPECIAL =
      Pattern.compile("(0|127|169\\.254|22[4-9]|2[3-9]\\d)\\..*");

  /** Reads a range for subnets; nothing if they cannot have it. */
  public static Optional<Ipv4Range> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches() || SPECIAL.matcher(text).matches()) {
      return Optional.empty();
    }
    long first = 0;
    for (int part = 1; part <= 4; part++) {
      first = first << 8 | Math.min(255, Integer.parseInt(parts.group(part)));
    }
    Ipv4Range range = new Ipv4Range(first, Integer.parseInt(parts.group(5)));
    // Leading zeros, and bits beyond the length, are refused.
    return Optional.of(range)
        .filter(it -> it.length >= 8 && it.length <= LONGEST)
        .filter(it -> it.toString().equals(text) && it.first % it.size() == 0);
  }

  private long size() {
    return 1L << (32 - length);
  }

  /** The address at this offset from the first. */
  public String address(long number) {
    long at = first + number;
    return "%d.%d.%d.%d".formatted(at >> 24, at >> 16 & 255, at >> 8 & 255, at & 255);
  }

  /** The part of that length with this index. */
  public Ipv4Range part(int number, int partLength) {
    return new Ipv4Range(first + number * new Ipv4Range(first, partLength).size(), partLength);
  }

  @Override
  public String toString() {
    return address(0) + "/" + length;
  }
}
