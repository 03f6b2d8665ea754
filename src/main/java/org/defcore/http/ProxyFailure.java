package org.defcore.http;

import java.io.IOException;
import java.net.URI;
import org.defcore.http.ConnectionFailure.Reach;
import org.defcore.http.NoAnswer.Cause;
import org.defcore.http.proxy.Proxy;

/** A proxy did not let a request through to the service. */
final class ProxyFailure extends IOException {

  private static final long serialVersionUID = 1L;

  private static final int NONE = 0;

  private final transient Proxy proxy;
  private final int status;
  private final String request;

  /** Nothing came back from the proxy. */
  ProxyFailure(Proxy proxy, IOException cause) {
    super("proxy " + proxy.address(), cause);
    this.proxy = proxy;
    this.status = NONE;
    this.request = "";
  }

  /**
   * The proxy answered itself.
   *
   * @param request method of the request that it answered
   */
  ProxyFailure(Proxy proxy, int status, String request) {
    super("proxy %s: %d to %s".formatted(proxy.address(), status, request));
    this.proxy = proxy;
    this.status = status;
    this.request = request;
  }

  ConnectionFailure told(TransportSettings settings) {
    if (status == NONE && getCause() instanceof IOException cause) {
      URI uri = URI.create("http://" + proxy.address());
      ConnectionFailure direct = ConnectionFailure.of(cause, uri, settings);
      return new ConnectionFailure(
          Cause.PROXY,
          direct.found() + " at proxy " + proxy.address(),
          "check the proxy and " + proxy.setting(),
          direct.reach());
    }
    boolean passing = status >= 500 && request.equals("CONNECT");
    return new ConnectionFailure(
        Cause.PROXY,
        "%d to %s from proxy %s".formatted(status, request, proxy.address()),
        advice(),
        passing ? Reach.NOT_SENT : Reach.FINAL);
  }

  private String advice() {
    return switch (status) {
      case 407 -> "check user and password in " + proxy.setting();
      case 500, 502, 503, 504 -> "see whether the proxy reaches the host";
      default -> "have the proxy let it through, or name the host in no_proxy";
    };
  }
}
