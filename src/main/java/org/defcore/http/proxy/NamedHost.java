package org.defcore.http.proxy;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host that is to be asked, by name or by address.
 *
 * @param address absent if it goes by a name, which is not looked up
 */
record NamedHost(String name, int port, Optional<InetAddress> address) {

  private static final Pattern PORT = Pattern.compile("(\\[[^]]*]|[^:]*):(\\d{1,5})");
  private static final Pattern NETWORK = Pattern.compile("([^/]+)/(\\d{1,3})");
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern ADDRESS =
      Pattern.compile(OCTET + "(\\." + OCTET + "){3}|[0-9a-f.]*:[0-9a-f:.]*(%.*)?");

  static NamedHost of(String host, int port) {
    String name = plain(host);
    return new NamedHost(name, port, address(name));
  }

  private static String plain(String host) {
    return host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$|\\.$", "");
  }

  private static Optional<InetAddress> address(String name) {
    try {
      return ADDRESS.matcher(name).matches()
          ? Optional.of(InetAddress.getByName(name))
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  boolean isLoopback() {
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || address.filter(InetAddress::isLoopbackAddress).isPresent();
  }

  /**
   * Returns whether an entry of {@code no_proxy} means this host: {@code *}, a name with all below
   * it, an address, a network {@code 10.0.0.0/8}, each but the last with a port or without.
   */
  boolean isNamedBy(String entry) {
    if (entry.equals("*")) {
      return true;
    }
    Matcher network = NETWORK.matcher(entry);
    if (network.matches()) {
      return isIn(address(plain(network.group(1))), Integer.parseInt(network.group(2)));
    }
    Matcher ported = PORT.matcher(entry);
    if (ported.matches()) {
      return Integer.parseInt(ported.group(2)) == port && isNamed(plain(ported.group(1)));
    }
    return isNamed(plain(entry));
  }

  private boolean isNamed(String written) {
    String bare = written.replaceFirst("^\\*?\\.", "");
    if (bare.isEmpty()) {
      return false;
    }
    return address.isPresent()
        ? address.equals(address(bare))
        : name.equals(bare) || name.endsWith("." + bare);
  }

  private boolean isIn(Optional<InetAddress> network, int bits) {
    if (network.isEmpty() || address.isEmpty()) {
      return false;
    }
    byte[] own = address.get().getAddress();
    byte[] other = network.get().getAddress();
    int shift = other.length * 8 - bits;
    return own.length == other.length
        && shift >= 0
        && new BigInteger(1, own)
            .shiftRight(shift)
            .equals(new BigInteger(1, other).shiftRight(shift));
  }
}
