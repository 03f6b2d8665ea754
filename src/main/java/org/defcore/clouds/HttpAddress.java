package org.defcore.clouds;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.defcore.http.message.Authority;

/** An address of a service as people and catalogues write it. */
final class HttpAddress {

  private static final int HIGHEST_PORT = 65_535;

  private HttpAddress() {}

  /**
   * The address, with its scheme in lower case; nothing if the text is none. A host may have an
   * underscore ({@link Authority}).
   */
  static Optional<URI> parse(String text) {
    try {
      URI uri = new URI(text.replaceFirst("^\\w+:", lower(text)));
      // What the identity service should have replaced: $(project_id)s.
      boolean whole = !text.contains("$(");
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean server =
          uri.getHost() != null
              || (uri.getRawAuthority() != null
                  && uri.getRawAuthority().matches("[\\w.-]+(:\\d{1,5})?"));
      return whole && web && server && Authority.of(uri).port() <= HIGHEST_PORT
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String lower(String text) {
    return text.substring(0, text.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }
}
