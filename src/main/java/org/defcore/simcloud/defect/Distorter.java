package org.defcore.simcloud.defect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.defcore.simcloud.wire.Content;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Router;

/**
 * Makes the wrong answer to one request out of the right one, or keeps the right one from being
 * made.
 */
public final class Distorter {

  private final List<Distorted> defects;

  private Distorter(List<Distorted> defects) {
    this.defects = List.copyOf(defects);
  }

  /** Of one more request of that operation. */
  public static Distorter of(Defects defects, String operation) {
    return new Distorter(defects.ofNext(operation));
  }

  /** The operation as the cloud mishandles it. */
  public Operation mishandled(Operation operation, Router router) {
    Mishandling mishandling = new Mishandling(operation, router);
    Handler handler = operation.handler();
    for (Distorted defect : defects) {
      handler = mishandling.around(defect, handler);
    }
    return operation.with(handler);
  }

  /** Returns whether the connection is to be closed instead of an answer. */
  public boolean silences() {
    return defects.stream().anyMatch(it -> it.kind() == Distortion.SILENT);
  }

  /** The delay of the answer. */
  public long delayMillis() {
    return defects.stream()
        .filter(it -> it.kind() == Distortion.SLOW)
        .mapToLong(it -> Long.parseLong(it.value()))
        .sum();
  }

  /** Gives the answer with all its defects; {@code url} is that of the request. */
  public Reply distort(String url, Incoming request, Reply reply) {
    Reply distorted = reply;
    for (Distorted defect : defects) {
      distorted = apply(defect, url, request, distorted);
    }
    return distorted;
  }

  /** The debugging page of a careless service: the request with all its headers. */
  private static JsonNode echo(String url, Incoming request) {
    ObjectNode echo = Json.object().put("method", request.method()).put("url", url);
    ObjectNode headers = echo.putObject("headers");
    new TreeMap<>(request.headers()).forEach(headers::put);
    return echo;
  }

  private static Reply apply(Distorted defect, String url, Incoming request, Reply reply) {
    String value = defect.value();
    return switch (defect.kind()) {
      case STATUS -> status(reply, defect.code());
      case CONTENT ->
          value.equals("echo") ? reply.withJson(echo(url, request)) : content(reply, value);
      case EXTRA -> operate(reply, it -> it.put(value, TextNode.valueOf("nobody declared this")));
      case DROP -> operate(reply, it -> it.remove(value));
      case SET -> operate(reply, it -> it.replace(value, defect.replacement()));
      case HEADER_DROP -> reply.without(value);
      case HEADER_SET -> reply.replacing(defect.name(), defect.text());
      case REDIRECT -> Reply.empty(302).with("Location", url);
      case SILENT, SLOW, QUERY_DROP, QUERY_SET, BODY_DROP, BODY_SET, SENT_HEADER_DROP -> reply;
      case SENT_HEADER_SET, IDLE, REFUSE, AS, TIMES, AFTER -> reply;
    };
  }

  private static Reply status(Reply reply, int status) {
    boolean bodiless = status == 204 || status == 304;
    Reply changed = reply.withStatus(status);
    return bodiless ? changed.withContent(Content.of(new byte[0])) : changed;
  }

  private static Reply operate(Reply reply, Consumer<Surgery> cut) {
    if (reply.json().isEmpty()) {
      return reply;
    }
    Surgery surgery = new Surgery(reply.json().get());
    cut.accept(surgery);
    return reply.withJson(surgery.result());
  }

  private static Reply content(Reply reply, String kind) {
    return switch (kind) {
      case "html" ->
          reply
              .replacing("Content-Type", "text/html")
              .withContent(text("<html><body><h1>It works!</h1></body></html>"));
      case "half" -> reply.withContent(half(reply));
      case "endless" -> reply.withContent(new Endless());
      default -> reply.withContent(Content.of(new byte[0]));
    };
  }

  private static Content text(String text) {
    return Content.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Content half(Reply reply) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try {
      reply.content().writeTo(whole);
    } catch (IOException e) {
      throw new IllegalStateException("a body in memory could not be written", e);
    }
    return Content.of(Arrays.copyOf(whole.toByteArray(), whole.size() / 2));
  }

  // Ends when the client goes away: then writing fails.
  private static final class Endless implements Content {

    @Override
    public long length() {
      return -1;
    }

    @Override
    public void writeTo(OutputStream target) throws IOException {
      byte[] blanks = new byte[8192];
      Arrays.fill(blanks, (byte) ' ');
      target.write('{');
      while (!Thread.currentThread().isInterrupted()) {
        target.write(blanks);
        target.flush();
      }
    }
  }
}
