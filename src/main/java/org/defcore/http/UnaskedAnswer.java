package org.defcore.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** A kept connection held an answer before the request was sent. */
final class UnaskedAnswer extends IOException {

  private static final long serialVersionUID = 1L;

  /** The text in recordings. */
  static final String WHAT = "an answer that nobody had asked for, on a kept connection";

  UnaskedAnswer() {
    super(WHAT);
  }

  /** Sends no request where it would take an answer that was not meant for it. */
  static HttpRequestExecutor guard() {
    return new HttpRequestExecutor() {
      @Override
      public ClassicHttpResponse execute(
          ClassicHttpRequest request,
          HttpClientConnection connection,
          @Nullable HttpResponseInformationCallback informed,
          HttpContext context)
          throws IOException, HttpException {
        boolean kept = connection.getEndpointDetails().getRequestCount() > 0;
        if (kept && connection.isDataAvailable(Timeout.ofMilliseconds(1))) {
          throw new UnaskedAnswer();
        }
        return super.execute(request, connection, informed, context);
      }
    };
  }
}
