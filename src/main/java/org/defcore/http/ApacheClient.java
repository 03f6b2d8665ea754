package org.defcore.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.defcore.http.message.Header;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.ProgramVersion;
import org.defcore.http.message.RawResponse;
import org.defcore.http.proxy.Proxy;
import org.defcore.http.tls.Tls;

/**
 * Sends one request and receives one response. All other features of Apache HttpClient are switched
 * off.
 */
final class ApacheClient implements AutoCloseable {

  private static final int CONNECTIONS = 64;
  private static final int CONNECTIONS_PER_ROUTE = 32;
  private static final int LONGEST_HEADER = 64 * 1024;
  private static final int MOST_HEADERS = 500;

  /** Headers that the client derives from the body; a second one would contradict them. */
  private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

  private final PoolingHttpClientConnectionManager connections;
  private final CloseableHttpClient client;
  private final ProxyRoutes routes;
  private final RequestConfig usual;
  private final int bodyLimit;

  // Socket reads hear neither interrupts nor an overall deadline, so a thread of ours does them
  // and the caller waits for it.
  private final ExecutorService workers =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "defcore-http");
            thread.setDaemon(true);
            return thread;
          });

  ApacheClient(TransportSettings settings) {
    this.bodyLimit = settings.bodyLimit();
    this.routes = new ProxyRoutes(settings.proxies());
    this.connections = connections(settings);
    this.usual =
        RequestConfig.custom()
            .setConnectionRequestTimeout(Timeout.of(settings.exchange()))
            .setResponseTimeout(Timeout.of(settings.response()))
            .setProtocolUpgradeEnabled(false)
            .setAuthenticationEnabled(false)
            .build();
    this.client = client(connections, routes, usual);
  }

  private static PoolingHttpClientConnectionManager connections(TransportSettings settings) {
    Http1Config bounds =
        Http1Config.custom()
            .setMaxLineLength(LONGEST_HEADER)
            .setMaxHeaderCount(MOST_HEADERS)
            .build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setMaxConnTotal(CONNECTIONS)
        .setMaxConnPerRoute(CONNECTIONS_PER_ROUTE)
        .setTlsSocketStrategy(Tls.strategy(settings.tls()))
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(bounds)
                // The usual one passes over lines that are no answer, and waits for one that is.
                .responseParserFactory(new DefaultHttpResponseParserFactory(bounds))
                .build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connect()))
                .setSocketTimeout(Timeout.of(settings.response()))
                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                .setTimeToLive(TimeValue.ofMinutes(5))
                .build())
        .build();
  }

  private static CloseableHttpClient client(
      PoolingHttpClientConnectionManager connections, ProxyRoutes routes, RequestConfig usual) {
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setRoutePlanner(routes)
        .setRequestExecutor(new GuardedExecutor())
        .setDefaultRequestConfig(usual)
        .setUserAgent("defcore/" + ProgramVersion.current())
        .disableCookieManagement()
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableContentCompression()
        .disableAuthCaching()
        .build();
  }

  /**
   * @throws StaleConnection if the server had closed the pooled connection
   * @throws DeadlineExceeded if it takes longer than that
   * @throws InterruptedException if the waiting thread is interrupted; the exchange is aborted then
   */
  RawResponse exchange(HttpRequest request, Duration longest)
      throws IOException, InterruptedException {
    HttpUriRequestBase out = outgoing(request);
    Future<RawResponse> answer = workers.submit(() -> perform(out));
    try {
      return answer.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new DeadlineExceeded();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("sending failed", e.getCause());
    } finally {
      if (!answer.isDone()) {
        out.abort();
        answer.cancel(true);
      }
    }
  }

  private HttpUriRequestBase outgoing(HttpRequest request) throws ClientProtocolException {
    HttpUriRequestBase out;
    try {
      out = new HttpUriRequestBase(request.method(), request.uri());
    } catch (IllegalArgumentException e) {
      // A URI is not always the address of a server.
      throw new ClientProtocolException(String.valueOf(e.getMessage()), e);
    }
    request.headers().stream()
        .filter(it -> FRAMING.stream().noneMatch(it::is))
        .forEach(it -> out.addHeader(it.name(), it.value()));
    request
        .payload()
        .ifPresent(
            payload -> {
              out.setEntity(entity(payload));
              if (payload.source().isPresent()) {
                out.setConfig(RequestConfig.copy(usual).setExpectContinueEnabled(true).build());
              }
              // As a header, because an entity would write the type in its own way.
              if (!payload.contentType().isEmpty()) {
                out.setHeader("Content-Type", payload.contentType());
              }
            });
    return out;
  }

  private static HttpEntity entity(HttpRequest.Payload payload) {
    boolean chunked = payload.framing() == HttpRequest.Framing.CHUNKED;
    return payload
        .source()
        .<HttpEntity>map(
            it -> new InputStreamEntity(it.open().get(), chunked ? -1 : it.length(), null))
        .orElseGet(() -> new ByteArrayEntity(payload.bytes(), null, chunked));
  }

  private RawResponse perform(HttpUriRequestBase request) throws IOException {
    HttpClientContext context = routes.context();
    ClassicHttpResponse response = open(request, context);
    boolean complete = false;
    try {
      requireStatus(response.getCode());
      requireService(response, context);
      byte[] body = body(response.getEntity());
      complete = body.length <= bodyLimit;
      return new RawResponse(
          headers(context.getRequest()).stream()
              .filter(it -> !it.name().toLowerCase(Locale.ROOT).startsWith("proxy-"))
              .toList(),
          response.getCode(),
          headers(response),
          complete ? body : Arrays.copyOf(body, bodyLimit),
          complete ? RawResponse.Completeness.COMPLETE : RawResponse.Completeness.CUT_OFF);
    } finally {
      // Closing would first read the rest of the body, however long that is.
      if (!complete) {
        request.abort();
      }
      Closer.closeQuietly(response);
    }
  }

  private ClassicHttpResponse open(HttpUriRequestBase request, HttpClientContext context)
      throws IOException {
    try {
      return client.executeOpen(null, request, context);
    } catch (UnknownHostException
        | ConnectException
        | NoRouteToHostException
        | ConnectTimeoutException e) {
      Optional<Proxy> proxy = ProxyRoutes.taken(context);
      throw proxy.isPresent() ? new ProxyFailure(proxy.get(), e) : e;
    } catch (NoHttpResponseException e) {
      boolean reused =
          context.getEndpointDetails() != null
              && context.getEndpointDetails().getRequestCount() > 1;
      throw reused ? new StaleConnection(e) : e;
    } catch (IllegalArgumentException | IllegalStateException e) {
      // The library does not expect every number in the place of a status.
      throw new ClientProtocolException(String.valueOf(e.getMessage()), e);
    }
  }

  /** An answer that the proxy says is its own. */
  private static void requireService(ClassicHttpResponse response, HttpClientContext context)
      throws ProxyFailure {
    Optional<Proxy> proxy = ProxyRoutes.taken(context);
    boolean own =
        response.getCode() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED
            || response.containsHeader("X-Squid-Error");
    if (own && proxy.isPresent() && !context.getHttpRoute().isTunnelled()) {
      throw new ProxyFailure(proxy.get(), response.getCode(), context.getRequest().getMethod());
    }
  }

  /** RFC 9110, 15: other numbers are invalid. */
  private static void requireStatus(int status) throws ClientProtocolException {
    if (status < 100 || status > 599) {
      throw new ClientProtocolException("status %03d".formatted(status));
    }
  }

  private byte[] body(HttpEntity entity) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    InputStream content = entity.getContent();
    byte[] body = content.readNBytes(bodyLimit + 1);
    return body;
  }

  private static List<Header> headers(HttpMessage message) {
    return Arrays.stream(message.getHeaders())
        .map(it -> new Header(it.getName(), it.getValue() == null ? "" : it.getValue()))
        .toList();
  }

  /** Closes idle connections, so that the next request opens a new one. */
  void forgetIdleConnections() {
    connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
    workers.shutdownNow();
  }
}
