package org.defcore.http;

import java.util.Optional;
import org.apache.hc.client5.http.ContextBuilder;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.defcore.http.proxy.Proxy;
import org.defcore.http.proxy.ProxyRules;
import org.jspecify.annotations.Nullable;

/** Routes of requests: direct ones, and those through proxies, where these know who asks. */
final class ProxyRoutes extends DefaultRoutePlanner {

  private static final String PROXY = "org.defcore.proxy";

  private final ProxyRules rules;

  ProxyRoutes(ProxyRules rules) {
    super(null);
    this.rules = rules;
  }

  @Override
  protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
    Optional<Proxy> proxy =
        rules.proxy(target.getSchemeName(), target.getHostName(), target.getPort());
    proxy.ifPresent(it -> context.setAttribute(PROXY, it));
    return proxy.map(ProxyRoutes::host).orElse(null);
  }

  private static HttpHost host(Proxy proxy) {
    return new HttpHost("http", proxy.host(), proxy.port());
  }

  /** A context for one request, with the users of all proxies: the route is not known yet. */
  HttpClientContext context() {
    ContextBuilder builder = ContextBuilder.create();
    for (Proxy proxy : rules.byScheme().values()) {
      proxy
          .login()
          .map(it -> new UsernamePasswordCredentials(it.user(), it.password().toCharArray()))
          .ifPresent(it -> builder.preemptiveBasicAuth(host(proxy), it));
    }
    return builder.build();
  }

  /** The proxy that the route of a request leads through. */
  static Optional<Proxy> taken(HttpContext context) {
    return Optional.ofNullable((Proxy) context.getAttribute(PROXY));
  }
}
