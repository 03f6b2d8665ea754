package org.defcore.simcloud.wire;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.Optional;

/** An address of IP version 4 or 6. */
public record Address(int version, BigInteger number) implements Comparable<Address> {

  // Java takes an address of version 6 that holds one of version 4 for the latter.
  private static final BigInteger MAPPED = BigInteger.valueOf(0xffff_0000_0000L);

  public static Optional<Address> parse(String text) {
    if (!InetAddresses.isInetAddress(text) || text.contains("%")) {
      return Optional.empty();
    }
    int version = text.contains(":") ? 6 : 4;
    InetAddress address = InetAddresses.forString(text);
    BigInteger number = InetAddresses.toBigInteger(address);
    boolean mapped = version == 6 && address.getAddress().length == 4;
    return Optional.of(new Address(version, mapped ? number.or(MAPPED) : number));
  }

  /** Reads what was read before. */
  public static Address of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("no IP address: \"" + text + "\""));
  }

  public int bits() {
    return version == 4 ? 32 : 128;
  }

  public Address plus(long steps) {
    return new Address(version, number.add(BigInteger.valueOf(steps)));
  }

  @Override
  public int compareTo(Address other) {
    return Comparator.comparingInt(Address::version)
        .thenComparing(Address::number)
        .compare(this, other);
  }

  /** The usual form; of version 6 the first long row of zeros is left out. */
  @Override
  public String toString() {
    BigInteger four = version == 4 ? number : number.subtract(MAPPED);
    if (four.signum() < 0 || four.bitLength() > 32) {
      return InetAddresses.toAddrString(InetAddresses.fromIPv6BigInteger(number));
    }
    String text = InetAddresses.fromIPv4BigInteger(four).getHostAddress();
    return version == 4 ? text : "::ffff:" + text;
  }
}
