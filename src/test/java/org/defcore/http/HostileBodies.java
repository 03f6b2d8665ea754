package org.defcore.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;

/**
 * A program that reads known bad bodies, each four times at a time, and prints a line for each:
 * name, milliseconds, what became of it.
 */
final class HostileBodies {

  private static final String SECRET = "a-token-that-the-cloud-knows";
  private static final int SIZE = 15 * 1024 * 1024;

  private HostileBodies() {}

  static Map<String, Supplier<String>> all() {
    Map<String, Supplier<String>> bodies = new LinkedHashMap<>();
    bodies.put("backslashes", () -> "\\".repeat(200_000));
    bodies.put("many backslashes", () -> "\\".repeat(SIZE));
    bodies.put("quoted fields", () -> "\\\\\\\"token\\\\\\\":\\\\\\\"".repeat(20_000));
    bodies.put("brackets", () -> "[".repeat(SIZE));
    bodies.put("deep objects", () -> "{\"token\":".repeat(100_000));
    bodies.put("long number", () -> "1".repeat(1_000_000));
    bodies.put("large exponent", () -> "1e999999999");
    bodies.put("long string", () -> '"' + "x".repeat(SIZE) + '"');
    bodies.put("empty objects", () -> "[" + "{},".repeat(SIZE / 3) + "{}]");
    bodies.put("zeros", () -> "[" + "0,".repeat(SIZE / 2) + "0]");
    bodies.put("one key for ever", () -> "{\"a\":1," + "\"a\":1,".repeat(SIZE / 6));
    bodies.put(
        "long key", () -> "{\"" + "k".repeat(100_000) + "\":[" + "\"v\",".repeat(40_000) + "1]}");
    bodies.put("blanks", () -> ("\"token\"" + " ".repeat(50) + ":").repeat(5000));
    bodies.put("tokens", () -> numbered(SIZE, "{\"token\":\"token-", "\"},"));
    bodies.put("tokens, few at a time", () -> numbered(200_000, "{\"token\":\"token-", "\"},"));
    bodies.put("parameters", () -> numbered(200_000, "&token=token-", ""));
    bodies.put("user information", () -> "a://".repeat(60_000));
    bodies.put("the secret, in base64", () -> base64(250_000));
    bodies.put("the secret", () -> SECRET.repeat(9000));
    return bodies;
  }

  private static String numbered(int size, String before, String after) {
    StringBuilder text = new StringBuilder("[");
    for (int i = 1_000_000; text.length() < size; i++) {
      text.append(before).append(i).append(after);
    }
    return text.toString();
  }

  private static String base64(int size) {
    String all = SECRET.repeat(size / SECRET.length());
    return Base64.getEncoder().encodeToString(all.getBytes(StandardCharsets.UTF_8));
  }

  public static void main(String[] args) throws Exception {
    Secrets secrets = new Secrets();
    secrets.add(SECRET);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (HttpTransport transport = new HttpTransport(TransportSettings.defaults(), secrets)) {
      for (Map.Entry<String, Supplier<String>> body : all().entrySet()) {
        String sent = body.getValue().get();
        long from = System.nanoTime();
        String outcome = outcome(sent, transport, threads);
        System.out.printf(
            "%s\t%d\t%s%n", body.getKey(), (System.nanoTime() - from) / 1_000_000, outcome);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static String outcome(String body, HttpTransport transport, ExecutorService threads)
      throws Exception {
    String answer = RawServer.ok("application/json", body);
    try (RawServer server = RawServer.answering(asked -> answer)) {
      Callable<String> call = () -> read(transport, server.uri("/"));
      List<String> outcomes = new ArrayList<>();
      for (Future<String> read : threads.invokeAll(List.of(call, call, call, call))) {
        outcomes.add(read.get());
      }
      return outcomes.get(0);
    }
  }

  private static String read(HttpTransport transport, URI uri) throws IOException {
    Recording recording = new Recording();
    try {
      new ServiceEndpoint(transport, recording, uri, () -> SECRET).get("").expect(200).json();
      return leaks(recording.exchanges().toString(), "read");
    } catch (UnexpectedAnswer e) {
      return leaks(recording.exchanges() + e.getMessage(), "refused");
    }
  }

  private static String leaks(String told, String outcome) {
    return told.contains(SECRET) ? "LEAK" : outcome;
  }
}
