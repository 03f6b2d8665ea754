package org.defcore.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** An IPv4 or IPv6 address in a spelling of RFC 4291; names and zones are none. */
public record IpAddress(@JsonValue String text) {

  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final String FOUR_BYTES = BYTE + "(\\." + BYTE + "){3}";
  private static final Pattern V4 = Pattern.compile(FOUR_BYTES);
  private static final Pattern V6 =
      Pattern.compile("([0-9a-fA-F]{0,4}:)+([0-9a-fA-F]{0,4}|" + FOUR_BYTES + ")");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public IpAddress {
    if (!V4.matcher(text).matches() && !isV6(text)) {
      throw new IllegalArgumentException("expected an IP address but found \"" + text + "\"");
    }
  }

  /** 4 or 6. */
  public int version() {
    return text.indexOf(':') < 0 ? 4 : 6;
  }

  private static boolean isV6(String text) {
    if (!V6.matcher(text).matches()) {
      return false;
    }
    try {
      // Begins with a digit or a colon and has a colon, so no name service is ever asked.
      InetAddress.getByName(text);
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
