package org.defcore.simcloud.compute.request;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts of IP addresses, checked and in their one right form. */
public final class IpAddresses {

  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  // With a colon and such a start, Java reads an address and never asks for a name.
  private static final Pattern MAYBE_IPV6 = Pattern.compile("(?=.*:)[0-9a-fA-F:][0-9a-fA-F:.]*");
  private static final int GROUPS = 8;

  private IpAddresses() {}

  public static boolean isIpv4(String text) {
    return IPV4.matcher(text).matches();
  }

  /** The address in the form of RFC 5952; empty for a text that is none. */
  public static Optional<String> canonicalIpv6(String text) {
    if (!MAYBE_IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      InetAddress address = InetAddress.getByName(text);
      return Optional.of(
          address instanceof Inet6Address
              ? compressed(groups(address.getAddress()))
              : "::ffff:" + address.getHostAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static List<String> groups(byte[] bytes) {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < bytes.length; i += 2) {
      groups.add(Integer.toHexString((bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff)));
    }
    return groups;
  }

  // The longest run of two zeros or more, the first of equals, is left out.
  private static String compressed(List<String> groups) {
    int start = 0;
    int length = 1;
    for (int from = 0; from < GROUPS; from++) {
      int to = from;
      while (to < GROUPS && groups.get(to).equals("0")) {
        to++;
      }
      if (to - from > length) {
        start = from;
        length = to - from;
      }
    }
    if (length < 2) {
      return String.join(":", groups);
    }
    return String.join(":", groups.subList(0, start))
        + "::"
        + String.join(":", groups.subList(start + length, GROUPS));
  }
}
