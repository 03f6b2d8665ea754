package org.defcore.http;

import java.io.IOException;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.defcore.http.proxy.Proxy;
import org.jspecify.annotations.Nullable;

/** Refuses answers that the service did not give to the request. */
final class GuardedExecutor extends HttpRequestExecutor {

  /** Sends no request on a connection that holds an answer already. */
  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      @Nullable HttpResponseInformationCallback informed,
      HttpContext context)
      throws IOException, HttpException {
    boolean kept = connection.getEndpointDetails().getRequestCount() > 0;
    // A server that refuses the client's certificate says so before it closes the connection.
    boolean told =
        (kept || connection.getSSLSession() != null)
            && connection.isDataAvailable(Timeout.ofMilliseconds(1));
    if (kept && told) {
      throw new UnaskedAnswer();
    }
    Optional<Proxy> proxy = ProxyRoutes.taken(context);
    if (proxy.isEmpty() || !request.getMethod().equals("CONNECT")) {
      return super.execute(request, connection, informed, context);
    }
    ClassicHttpResponse answer;
    try {
      answer = super.execute(request, connection, informed, context);
    } catch (IOException e) {
      throw new ProxyFailure(proxy.get(), e);
    }
    // The client would hand it on as if the service had sent it.
    if (answer.getCode() != HttpStatus.SC_OK) {
      connection.close(CloseMode.IMMEDIATE);
      throw new ProxyFailure(proxy.get(), answer.getCode(), request.getMethod());
    }
    return answer;
  }
}
