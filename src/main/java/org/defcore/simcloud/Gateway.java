package org.defcore.simcloud;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.defect.Distorter;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Callers;
import org.defcore.simcloud.wire.Field;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Router;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The one door of the cloud: takes requests from Jetty to the services, and wrong answers back. */
final class Gateway extends Handler.Abstract {

  static final String ANNOUNCEMENT = "X-Simulated-Cloud";

  private final List<Router> routers;
  private final Callers callers;
  private final Defects defects;
  private final CountDownLatch closed;

  /** Slow answers end when {@code closed} is counted down. */
  Gateway(List<Router> routers, Callers callers, Defects defects, CountDownLatch closed) {
    this.closed = closed;
    this.routers = List.copyOf(routers);
    this.callers = callers;
    this.defects = defects;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback)
      throws IOException, InterruptedException {
    String path = request.getHttpURI().getPath();
    Optional<Router> router =
        routers.stream()
            .filter(it -> path.equals(it.prefix()) || path.startsWith(it.prefix() + "/"))
            .findFirst();
    if (router.isEmpty()) {
      send(request, elsewhere(path), response, callback);
      return true;
    }
    // Never closed: that would break the connection, where the real services read on.
    InputStream body = new BufferedInputStream(Content.Source.asInputStream(request));
    Incoming incoming = incoming(request, router.get().prefix(), body);
    Optional<Operation> operation = router.get().find(incoming);
    Distorter distorter = Distorter.of(defects, operation.map(Operation::name).orElse(""));
    Reply reply =
        router.get().answer(incoming, operation.map(it -> distorter.mishandled(it, router.get())));
    body.transferTo(OutputStream.nullOutputStream());
    if (distorter.silences()) {
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.succeeded();
      return true;
    }
    if (closed.await(distorter.delayMillis(), TimeUnit.MILLISECONDS)) {
      reply = Reply.empty(503);
    }
    String url = request.getHttpURI().asString();
    send(request, distorter.distort(url, incoming, reply), response, callback);
    return true;
  }

  private Reply elsewhere(String path) {
    if (!path.equals("/")) {
      return Reply.text(404, "text/plain", "no service lives here\n");
    }
    List<String> services = routers.stream().map(Router::prefix).toList();
    return Reply.json(
        200, Json.object().put("simulated", true).set("services", Json.strings(services)));
  }

  private Incoming incoming(Request request, String prefix, InputStream body) {
    Map<String, String> headers = new TreeMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field.getValue());
    }
    String rest = request.getHttpURI().getPath().substring(prefix.length());
    String query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
    String base = "http://127.0.0.1:" + Request.getLocalPort(request) + prefix;
    Optional<Caller> caller =
        Optional.ofNullable(headers.get("x-auth-token")).flatMap(callers::byToken);
    return new Incoming(
        request.getMethod(),
        rest.isEmpty() ? "/" : rest,
        base,
        query,
        parameters(query),
        headers,
        Map.of(),
        body,
        caller);
  }

  private static Map<String, List<String>> parameters(String query) {
    Map<String, List<String>> parameters = new TreeMap<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        String value = parts.length == 2 ? decode(parts[1]) : "";
        parameters.computeIfAbsent(decode(parts[0]), it -> new ArrayList<>()).add(value);
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A stray percent sign stands for itself, as it does for the real services.
      return text;
    }
  }

  private static void send(Request request, Reply reply, Response response, Callback callback) {
    response.setStatus(reply.status());
    for (Field field : reply.fields()) {
      response.getHeaders().add(field.name(), field.value());
    }
    response.getHeaders().put(ANNOUNCEMENT, "defcore");
    boolean bodiless = reply.status() == 204 || reply.status() == 304;
    if (reply.content().length() >= 0 && !bodiless) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.content().length());
    }
    if (bodiless || request.getMethod().equals("HEAD")) {
      response.write(true, null, callback);
      return;
    }
    try {
      OutputStream out = Content.Sink.asOutputStream(response);
      reply.content().writeTo(out);
      out.close();
      callback.succeeded();
    } catch (IOException e) {
      callback.failed(e);
    }
  }
}
