package org.defcore.http.message;

import java.net.URI;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Host and port of an address. A host may have an underscore, as those of containers do, though
 * {@link URI#getHost} and {@link URI#getPort} know nothing then.
 *
 * @param port negative if the address has none
 */
public record Authority(String host, int port) {

  private static final Pattern PARTS = Pattern.compile("(?:.*@)?(\\[[^]]*]|[^:]*)(?::(\\d{0,9}))?");

  public static Authority of(URI uri) {
    String written = Objects.toString(uri.getRawAuthority(), "");
    Matcher parts = PARTS.matcher(written);
    if (!parts.matches()) {
      return new Authority(written, -1);
    }
    String port = Objects.toString(parts.group(2), "");
    return new Authority(parts.group(1), port.isEmpty() ? -1 : Integer.parseInt(port));
  }
}
