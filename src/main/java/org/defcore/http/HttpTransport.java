package org.defcore.http;

import java.time.Clock;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.HttpResponse;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Masking;
import org.defcore.http.redact.Secrets;

/**
 * The only HTTP client: Apache HttpClient 5 with pooled connections, deadlines, bounded bodies, at
 * most five redirects, and a recording of each exchange. Safe for use by many threads.
 */
public final class HttpTransport implements AutoCloseable {

  private final Secrets secrets;
  private final ApacheClient client;
  private final CallExecution.Context context;

  /**
   * A transport with the system clock.
   *
   * @throws java.io.UncheckedIOException if a file of certificates or of a key cannot be used
   */
  public HttpTransport(TransportSettings settings, Secrets secrets) {
    this(settings, secrets, Clock.systemUTC());
  }

  /**
   * A transport with another clock.
   *
   * @param clock stamps the recorded exchanges; deadlines do not depend on it
   */
  public HttpTransport(TransportSettings settings, Secrets secrets, Clock clock) {
    this.secrets = secrets;
    settings.tls().client().ifPresent(it -> it.secrets().forEach(secrets::add));
    settings.proxies().secrets().forEach(secrets::add);
    this.client = new ApacheClient(settings);
    this.context = new CallExecution.Context(settings, client, new Masking(secrets), clock);
  }

  /** Sends on the usual terms. */
  public HttpResponse send(HttpRequest request, Recording recording) {
    return send(request, recording, CallTerms.of(request));
  }

  /**
   * Sends and waits for the whole answer, of whatever status. Redirects are followed; what is lost
   * on the way to the service is sent again, in the bounds that {@link Repetitions} states. All of
   * that shares the time of one exchange.
   *
   * @throws NoAnswer if none came, or if the calling thread is interrupted
   * @throws UnexpectedAnswer if the answer exceeds the body limit or redirects too often
   */
  public HttpResponse send(HttpRequest request, Recording recording, CallTerms terms) {
    return new CallExecution(context, recording, terms).send(request);
  }

  Masking masking() {
    return context.masking();
  }

  public Secrets secrets() {
    return secrets;
  }

  @Override
  public void close() {
    client.close();
  }
}
