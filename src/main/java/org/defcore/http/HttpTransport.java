package org.defcore.http;

/**
 * The one way out: an Apache HttpClient 5 with pooled connections, deadlines, bounded bodies, at
 * most five redirects, each exchange recorded. Safe for use by many threads.
 */
public final class HttpTransport implements AutoCloseable {

  public HttpTransport(TransportSettings settings, Secrets secrets) {
    throw new UnsupportedOperationException();
  }

  /**
   * Sends and waits for the whole answer, of whatever status.
   *
   * @throws NoAnswer if none came
   * @throws UnexpectedAnswer if one came that is no proper answer: over the body limit, redirects
   *     without end
   */
  public HttpResponse send(HttpRequest request, Recording recording) {
    throw new UnsupportedOperationException();
  }

  public Secrets secrets() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
