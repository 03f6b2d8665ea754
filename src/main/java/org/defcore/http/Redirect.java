package org.defcore.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.defcore.http.message.Authority;
import org.defcore.http.message.Header;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.RawResponse;
import org.defcore.http.redact.Masking;

/**
 * The target of a redirect, with the status that asks for it.
 *
 * @param to absolute
 */
record Redirect(int status, URI to) {

  private static final int HIGHEST_PORT = 65_535;
  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  /** The Location of a redirecting answer. */
  static Optional<String> location(RawResponse received) {
    return STATUSES.contains(received.status()) ? received.header("location") : Optional.empty();
  }

  /** Empty if the location is no HTTP URL. */
  static Optional<Redirect> of(int status, URI from, String location) {
    try {
      URI to = from.resolve(new URI(location));
      String scheme = String.valueOf(to.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      return web && to.getRawAuthority() != null && Authority.of(to).port() <= HIGHEST_PORT
          ? Optional.of(new Redirect(status, to))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns whether the redirect stays on the same scheme, host and port, which know the caller's
   * secrets.
   */
  boolean stays(URI from) {
    return from.getScheme().equalsIgnoreCase(to.getScheme())
        && Authority.of(from).host().equalsIgnoreCase(Authority.of(to).host())
        && port(from) == port(to);
  }

  /**
   * The same request to the new address; after a 303 a GET. Headers with secrets are not sent to
   * another host or port.
   */
  HttpRequest next(HttpRequest from) {
    boolean look = status == 303 && !from.method().equals("HEAD");
    List<Header> headers =
        stays(from.uri())
            ? from.headers()
            : from.headers().stream().filter(it -> !Masking.isSecretHeader(it.name())).toList();
    return new HttpRequest(
        look ? "GET" : from.method(), to, headers, look ? Optional.empty() : from.payload());
  }

  private static int port(URI uri) {
    int port = Authority.of(uri).port();
    return port >= 0 ? port : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}
