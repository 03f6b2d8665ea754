package org.defcore.http.har;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.defcore.http.json.StrictJson;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Header;
import org.defcore.http.message.ProgramVersion;

/**
 * Evidence as a HAR 1.2 file, which browsers and proxies can show. What HAR has no place for is in
 * {@code _error}, the reason for which no answer came, and in {@code _repeats}, the cause for which
 * the request was sent again.
 */
public final class Har {

  /** HAR counts in milliseconds, with a fraction. */
  static final int NANOS_DIGITS = 6;

  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

  private Har() {}

  /** The file's content, the same for the same exchanges. */
  public static byte[] bytes(List<Exchange> exchanges) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ObjectNode log = document.putObject("log").put("version", "1.2");
    log.putObject("creator").put("name", "defcore").put("version", ProgramVersion.current());
    ArrayNode entries = log.putArray("entries");
    exchanges.forEach(it -> entries.add(entry(it)));
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // A writer, as an excerpt may end with half a character, which is no JSON in bytes.
    try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      StrictJson.MAPPER
          .writer(printer)
          .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .writeValue(out, document);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads back what {@link #bytes} made.
   *
   * @throws org.defcore.http.json.ShapeException if it is no such document
   */
  public static List<Exchange> read(byte[] document) {
    return HarReader.exchanges(document);
  }

  private static ObjectNode entry(Exchange exchange) {
    BigDecimal millis = BigDecimal.valueOf(exchange.took().toNanos(), NANOS_DIGITS);
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("startedDateTime", exchange.started().toString());
    entry.put("time", millis);
    entry.set("request", request(exchange));
    entry.set("response", response(exchange));
    entry.putObject("cache");
    entry.putObject("timings").put("send", 0).put("wait", millis).put("receive", 0);
    if (!exchange.error().isEmpty()) {
      entry.put("_error", exchange.error());
    }
    exchange.repeats().ifPresent(it -> entry.put("_repeats", it.word()));
    return entry;
  }

  private static ObjectNode request(Exchange exchange) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("method", exchange.method()).put("url", exchange.uri());
    request.put("httpVersion", "HTTP/1.1").putArray("cookies");
    request.set("headers", headers(exchange.requestHeaders()));
    request.set("queryString", query(exchange.uri()));
    if (!exchange.requestBody().isEmpty()) {
      request
          .putObject("postData")
          .put("mimeType", type(exchange.requestHeaders()))
          .put("text", exchange.requestBody());
    }
    return request.put("headersSize", -1).put("bodySize", -1);
  }

  private static ObjectNode response(Exchange exchange) {
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    response.put("status", exchange.status()).put("statusText", "");
    response.put("httpVersion", "HTTP/1.1").putArray("cookies");
    response.set("headers", headers(exchange.responseHeaders()));
    response
        .putObject("content")
        .put("size", exchange.responseBody().getBytes(StandardCharsets.UTF_8).length)
        .put("mimeType", type(exchange.responseHeaders()))
        .put("text", exchange.responseBody());
    response.put("redirectURL", Header.first(exchange.responseHeaders(), "location").orElse(""));
    return response.put("headersSize", -1).put("bodySize", -1);
  }

  private static ArrayNode headers(List<Header> headers) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    headers.forEach(it -> array.addObject().put("name", it.name()).put("value", it.value()));
    return array;
  }

  private static ArrayNode query(String url) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    int from = url.indexOf('?');
    if (from < 0) {
      return array;
    }
    for (String parameter : url.substring(from + 1).split("&", -1)) {
      String[] pair = parameter.split("=", 2);
      array
          .addObject()
          .put("name", decode(pair[0]))
          .put("value", pair.length == 2 ? decode(pair[1]) : "");
    }
    return array;
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return encoded;
    }
  }

  private static String type(List<Header> headers) {
    return Header.first(headers, "content-type").orElse("");
  }
}
