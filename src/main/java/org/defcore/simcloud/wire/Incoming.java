package org.defcore.simcloud.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A request as the operations see it. The path is relative to the service, {@code base} is the
 * service's own URL without a slash at the end. The body can be read once, from a stream that can
 * be set back.
 */
public record Incoming(
    String method,
    String path,
    String base,
    String rawQuery,
    Map<String, List<String>> query,
    Map<String, String> headers,
    Map<String, String> parts,
    InputStream body,
    Optional<Caller> knownCaller) {

  private static final int LARGEST_DOCUMENT = 1 << 20;

  public Incoming {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
    parts = Map.copyOf(parts);
  }

  public Incoming routed(Map<String, String> pathParts) {
    return new Incoming(method, path, base, rawQuery, query, headers, pathParts, body, knownCaller);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  public Optional<String> query(String name) {
    return queries(name).stream().findFirst();
  }

  public List<String> queries(String name) {
    return query.getOrDefault(name, List.of());
  }

  /** A variable part of the path, already percent-decoded. */
  public String part(String name) {
    return parts.getOrDefault(name, "");
  }

  /** The caller of an operation that is not open to everybody. */
  public Caller caller() {
    return knownCaller.orElseThrow(
        () -> new IllegalStateException("an open operation has no caller"));
  }

  /** The body up to one mebibyte; what comes after that is left unread. */
  public byte[] bytes() throws IOException {
    return body.readNBytes(LARGEST_DOCUMENT);
  }

  /** Reads the body without taking it: it can be read again. */
  public byte[] peek() throws IOException {
    body.mark(LARGEST_DOCUMENT + 1);
    byte[] start = bytes();
    body.reset();
    return start;
  }

  /** This request with its body read, for work that must not wait for the client. */
  public Incoming arrived() throws IOException {
    return with(bytes());
  }

  /** This request with another JSON document; one that has none is left as it is. */
  public Incoming changed(UnaryOperator<JsonNode> change) throws IOException {
    Optional<JsonNode> sent = Json.read(peek());
    return sent.isEmpty() ? this : with(Json.bytes(change.apply(sent.get())));
  }

  public Incoming withoutQuery(String name) {
    Map<String, List<String>> rest = new TreeMap<>(query);
    rest.remove(name);
    return with(rest);
  }

  public Incoming withQuery(String name, String value) {
    Map<String, List<String>> more = new TreeMap<>(query);
    more.put(name, List.of(value));
    return with(more);
  }

  public Incoming withoutHeader(String name) {
    Map<String, String> rest = new TreeMap<>(headers);
    rest.remove(name.toLowerCase(Locale.ROOT));
    return withHeaders(rest);
  }

  public Incoming withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name.toLowerCase(Locale.ROOT), value);
    return withHeaders(more);
  }

  private Incoming with(byte[] document) {
    InputStream read = new ByteArrayInputStream(document);
    return new Incoming(method, path, base, rawQuery, query, headers, parts, read, knownCaller);
  }

  private Incoming with(Map<String, List<String>> parameters) {
    return new Incoming(
        method, path, base, rawQuery, parameters, headers, parts, body, knownCaller);
  }

  private Incoming withHeaders(Map<String, String> others) {
    return new Incoming(method, path, base, rawQuery, query, others, parts, body, knownCaller);
  }

  public Optional<JsonNode> json() throws IOException {
    return Json.read(bytes());
  }

  /** The value of a key of the document sent; a missing node where there is none. */
  public JsonNode sent(String key) throws IOException {
    return Json.read(peek()).map(it -> it.path(key)).orElse(MissingNode.getInstance());
  }

  /** The media type without its parameters; empty when none was sent. */
  public String mediaType() {
    return header("Content-Type").map(type -> type.split(";", 2)[0].trim()).orElse("");
  }
}
