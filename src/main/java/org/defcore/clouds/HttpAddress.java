package org.defcore.clouds;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address of a service as people and catalogues write it. */
final class HttpAddress {

  private static final int HIGHEST_PORT = 65_535;
  private static final Pattern PORT = Pattern.compile(":(\\d{1,9})$");

  private HttpAddress() {}

  /**
   * The address, with its scheme in lower case; nothing if the text is none. A host may have an
   * underscore, as those of containers do, though {@link URI#getHost} knows none then.
   */
  static Optional<URI> parse(String text) {
    try {
      URI uri = new URI(text.replaceFirst("^\\w+:", lower(text)));
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean server =
          uri.getHost() != null
              || (uri.getRawAuthority() != null
                  && uri.getRawAuthority().matches("[\\w.-]+(:\\d{1,5})?"));
      return web && server && port(uri) <= HIGHEST_PORT ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The port; {@link URI#getPort} knows none where it knows no host. */
  private static int port(URI uri) {
    Matcher port = PORT.matcher(String.valueOf(uri.getRawAuthority()));
    return port.find() ? Integer.parseInt(port.group(1)) : -1;
  }

  private static String lower(String text) {
    return text.substring(0, text.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }
}
