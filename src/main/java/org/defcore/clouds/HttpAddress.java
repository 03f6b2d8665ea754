package org.defcore.clouds;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** An address of a service as people and catalogues write it. */
final class HttpAddress {

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
      return web && server ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String lower(String text) {
    return text.substring(0, text.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }
}
