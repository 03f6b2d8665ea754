package org.defcore.http.proxy;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.defcore.http.proxy.Proxy.Login;

/** Reads the variables that curl and Python's requests read; the one in lower case counts. */
final class ProxyVariables {

  private static final int USUAL_PORT = 80;

  private final Map<String, String> variables;

  ProxyVariables(Map<String, String> variables) {
    this.variables = variables;
  }

  ProxyRules rules() {
    Map<String, Proxy> proxies = new HashMap<>();
    Map<String, String> unusable = new HashMap<>();
    for (String scheme : List.of("http", "https")) {
      try {
        set(scheme + "_proxy")
            .or(() -> set("all_proxy"))
            .flatMap(this::proxy)
            .ifPresent(it -> proxies.put(scheme, it));
      } catch (ProxyException e) {
        unusable.put(scheme, String.valueOf(e.getMessage()));
      }
    }
    return new ProxyRules(proxies, unusable, set("no_proxy").map(variables::get).orElse(""));
  }

  /** The spelling of a variable that is there, even if it is empty. */
  private Optional<String> set(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (variables.containsKey(name)) {
      return Optional.of(name);
    }
    // On a web server HTTP_PROXY is a header of whoever asks.
    boolean foreign = upper.equals("HTTP_PROXY") && variables.containsKey("REQUEST_METHOD");
    return variables.containsKey(upper) && !foreign ? Optional.of(upper) : Optional.empty();
  }

  private Optional<Proxy> proxy(String variable) {
    String written = String.valueOf(variables.get(variable)).strip();
    if (written.isEmpty()) {
      return Optional.empty();
    }
    String whole = written.contains("://") ? written : "http://" + written;
    try {
      URI uri = new URI(whole);
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      if (!scheme.equals("http")) {
        throw problem(variable, "a proxy of scheme " + (scheme.matches("\\w+") ? scheme : "?"));
      }
      if (uri.getHost() == null) {
        throw problem(variable, "no host");
      }
      return Optional.of(
          new Proxy(
              uri.getHost().replaceAll("[\\[\\]]", ""),
              uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
              Optional.ofNullable(uri.getRawUserInfo()).map(ProxyVariables::login),
              variable));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw e instanceof ProxyException told ? told : problem(variable, "something else");
    }
  }

  private static Login login(String userInfo) {
    String[] parts = userInfo.split(":", 2);
    return new Login(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static ProxyException problem(String variable, String found) {
    return new ProxyException(
        "%s: expected http://HOST:PORT but found %s: correct or unset it; special characters of a password are written as %%40"
            .formatted(variable, found));
  }
}
