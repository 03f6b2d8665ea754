package org.defcore.http.proxy;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.http.message.Authority;

/**
 * The rules by which requests go through proxies. What is on this machine is never asked through
 * one.
 *
 * @param byScheme the proxy of {@code http} and of {@code https}
 * @param unusable problems with the proxy of either, which matter only to who would go through it
 * @param exceptions hosts to ask directly, as {@code no_proxy} has them
 */
public record ProxyRules(
    Map<String, Proxy> byScheme, Map<String, String> unusable, String exceptions) {

  /** Never through a proxy. */
  public static final ProxyRules NONE = new ProxyRules(Map.of(), Map.of(), "");

  public ProxyRules {
    byScheme = Map.copyOf(byScheme);
    unusable = Map.copyOf(unusable);
  }

  /**
   * The rules of an environment: {@code http_proxy}, {@code https_proxy}, {@code all_proxy} and
   * {@code no_proxy}, in lower or upper case.
   */
  public static ProxyRules of(Map<String, String> variables) {
    return new ProxyVariables(variables).rules();
  }

  /**
   * The proxy for an address; nothing if that is to be asked directly.
   *
   * @throws ProxyException if the variable for it names no proxy that can be used
   */
  public Optional<Proxy> proxy(URI uri) {
    Authority asked = Authority.of(uri);
    return proxy(Objects.toString(uri.getScheme(), ""), asked.host(), asked.port());
  }

  /**
   * As {@link #proxy(URI)}.
   *
   * @param port negative for the usual one
   */
  public Optional<Proxy> proxy(String scheme, String host, int port) {
    String lower = scheme.toLowerCase(Locale.ROOT);
    NamedHost asked = NamedHost.of(host, port >= 0 ? port : lower.equals("https") ? 443 : 80);
    if (asked.isLoopback() || Stream.of(exceptions.split("[,\\s]+")).anyMatch(asked::isNamedBy)) {
      return Optional.empty();
    }
    String problem = unusable.get(lower);
    if (problem != null) {
      throw new ProxyException(problem);
    }
    return Optional.ofNullable(byScheme.get(lower));
  }

  /** Passwords of proxies. */
  public List<String> secrets() {
    return byScheme.values().stream()
        .flatMap(it -> it.login().stream())
        .map(Proxy.Login::password)
        .toList();
  }
}
