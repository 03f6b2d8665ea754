package org.defcore.simcloud.network;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** An address of IP version 4 or 6. */
public record Address(int version, BigInteger number) implements Comparable<Address> {

  private static final BigInteger MAPPED = BigInteger.valueOf(0xffff_0000_0000L);

  public static Optional<Address> parse(String text) {
    boolean four = text.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    if (!four && !text.matches("[0-9a-fA-F:]*:[0-9a-fA-F:.]*")) {
      return Optional.empty();
    }
    try {
      byte[] bytes = InetAddress.getByName(text).getAddress();
      BigInteger number = new BigInteger(1, bytes);
      // Java takes an address of version 6 that holds one of version 4 for the latter.
      boolean mapped = !four && bytes.length == 4;
      return Optional.of(new Address(four ? 4 : 6, mapped ? number.or(MAPPED) : number));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Reads what was read before. */
  public static Address of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("no IP address: \"" + text + "\""));
  }

  int bits() {
    return version == 4 ? 32 : 128;
  }

  Address plus(long steps) {
    return new Address(version, number.add(BigInteger.valueOf(steps)));
  }

  @Override
  public int compareTo(Address other) {
    return version == other.version
        ? number.compareTo(other.number)
        : Integer.compare(version, other.version);
  }

  /** The usual form; of version 6 the first long row of zeros is left out. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    int width = version == 4 ? 8 : 16;
    for (int shift = bits() - width; shift >= 0; shift -= width) {
      int part = number.shiftRight(shift).intValue() & ((1 << width) - 1);
      text.append(version == 4 ? Integer.toString(part) : Integer.toHexString(part))
          .append(shift == 0 ? "" : version == 4 ? "." : ":");
    }
    return version == 4 ? text.toString() : shortened(text.toString());
  }

  private static String shortened(String address) {
    for (int zeros = 8; zeros > 1; zeros--) {
      String row = "0:".repeat(zeros).substring(0, 2 * zeros - 1);
      String shorter = address.replaceFirst("(^|:)" + row + "(:|$)", "::");
      if (!shorter.equals(address)) {
        return shorter;
      }
    }
    return address;
  }
}
