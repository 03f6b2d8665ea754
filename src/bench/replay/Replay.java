package replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Sends the requests of a recorded run again to an equal cloud, with as many tests at a time, each request as soon as its predecessors are done, and checks the statuses only. Measures the cost of the same traffic without a harness. Run by {@code harness-cost}.
 */
public final class Replay {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> OF_THE_CLIENT =
      Set.of("host", "connection", "content-length", "transfer-encoding");
  private static final int CONNECTIONS = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Traffic traffic;
  private final Secrets secrets;
  private final Ids ids = new Ids();
  private final List<String> differing = new ArrayList<>();

  /** Resources that were deleted already; a second deletion may or may not find them. */
  private final Set<String> deleted = ConcurrentHashMap.newKeySet();

  private Replay(Traffic traffic, Secrets secrets) {
    this.traffic = traffic;
    this.secrets = secrets;
  }

  /** Arguments: folder of the recorded evidence, clouds.yaml, and cloud in it. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      return; // So that the start of the JVM alone can be timed.
    }
    Traffic traffic = Traffic.read(Path.of(arguments[0]));
    JsonNode clouds = new YAMLMapper().readTree(Path.of(arguments[1]).toFile()).path("clouds");
    Replay replay = new Replay(traffic, new Secrets(traffic, clouds, arguments[2]));
    double seconds = replay.run();
    ObjectNode result = JSON.createObjectNode();
    result.put("requests", traffic.answered()).put("seconds", seconds);
    result.put("at_a_time", traffic.testsAtATime()).put("unanswered", traffic.unanswered());
    result.set("differing", JSON.valueToTree(replay.differing));
    System.out.println(result);
  }

  private double run() throws Exception {
    Ties ties = new Ties(traffic.exchanges());
    Map<Exchange, CompletableFuture<Void>> ends = new IdentityHashMap<>();
    traffic.exchanges().forEach(it -> ends.put(it, new CompletableFuture<>()));
    Map<Exchange, List<Exchange>> before = new IdentityHashMap<>();
    traffic.exchanges().forEach(it -> before.put(it, ties.before(it)));
    Semaphore places = new Semaphore(traffic.testsAtATime());
    ExecutorService threads = Executors.newCachedThreadPool();
    try (CloseableHttpClient client = client()) {
      long began = System.nanoTime();
      for (Map.Entry<String, List<Exchange>> file : traffic.byFile().entrySet()) {
        boolean isOfTest = Exchange.isOfTest(file.getKey());
        if (isOfTest) {
          places.acquire();
        }
        threads.submit(
            () -> {
              for (Exchange it : file.getValue()) {
                before.get(it).forEach(earlier -> ends.get(earlier).join());
                threads.submit(() -> end(ends.get(it), client, it));
              }
              file.getValue().forEach(it -> ends.get(it).join());
              if (isOfTest) {
                places.release();
              }
              return null;
            });
      }
      ends.values().forEach(CompletableFuture::join);
      return (System.nanoTime() - began) / 1e9;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Sends a request, and if it was a wait, again with the pauses that the harness makes. */
  private void end(CompletableFuture<Void> end, CloseableHttpClient client, Exchange exchange) {
    long began = System.nanoTime();
    try {
      Duration gone = Duration.ZERO;
      while (!sent(client, exchange, gone.compareTo(PATIENCE) > 0)) {
        gone = Duration.ofNanos(System.nanoTime() - began);
        Thread.sleep(Math.max(100, Math.min(gone.toMillis() / 3, 1000)));
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      differs(exchange, e.toString());
    } finally {
      end.complete(null);
    }
  }

  private static CloseableHttpClient client() {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  /** Returns false if the cloud has not yet reached the recorded state. */
  private boolean sent(CloseableHttpClient client, Exchange exchange, boolean isLast)
      throws IOException {
    HttpUriRequestBase request =
        new HttpUriRequestBase(exchange.method(), URI.create(renewed(secrets.url(exchange))));
    exchange
        .headers()
        .forEach(
            (name, value) -> {
              if (!OF_THE_CLIENT.contains(name)) {
                request.setHeader(name, renewed(secrets.header(exchange, name, value)));
              }
            });
    boolean chunked = exchange.headers().containsKey("transfer-encoding");
    if (chunked || exchange.headers().containsKey("content-length")) {
      request.setEntity(new ByteArrayEntity(body(exchange), null, null, chunked));
    }
    return client.execute(request, answer -> learnt(exchange, answer, isLast));
  }

  private String renewed(String recorded) {
    return ids.renewed(recorded).replace(traffic.authority(), secrets.authority());
  }

  private byte[] body(Exchange exchange) {
    Matcher note = Exchange.BODY_NOTE.matcher(exchange.body());
    return note.matches()
        ? new byte[Integer.parseInt(note.group(1))]
        : renewed(secrets.body(exchange)).getBytes(StandardCharsets.UTF_8);
  }

  private boolean learnt(Exchange exchange, ClassicHttpResponse answer, boolean isLast)
      throws IOException {
    byte[] body =
        answer.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(answer.getEntity());
    JsonNode fresh =
        exchange.answer().isMissingNode() ? exchange.answer() : tree(body);
    if (exchange.isAheadOf(answer.getCode(), fresh) && !isLast) {
      return false;
    }
    if (answer.getCode() != exchange.status()) {
      if (answer.getCode() != 404 || !deleted.contains(exchange.url())) {
        differs(exchange, Integer.toString(answer.getCode()));
      }
      return true;
    }
    if (exchange.method().equals("DELETE")) {
      deleted.add(exchange.url());
    }
    boolean asked = Set.of("GET", "HEAD").contains(exchange.method());
    for (Header header : answer.getHeaders()) {
      String name = header.getName().toLowerCase(Locale.ROOT);
      if (name.equals("x-subject-token")) {
        secrets.learn(exchange, header.getValue());
      }
      ids.pair(exchange.answerHeaders().getOrDefault(name, ""), header.getValue(), asked);
    }
    ids.pair(exchange.answer(), fresh, asked);
    return true;
  }

  private static JsonNode tree(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return JSON.missingNode(); // A page of a gateway, say: the status tells that it differs.
    }
  }

  private synchronized void differs(Exchange exchange, String replayed) {
    differing.add(
        "%s %s: recorded %d, replayed %s%s"
            .formatted(
                exchange.method(),
                exchange.url(),
                exchange.status(),
                replayed,
                secrets.isLost(exchange) ? " (signed with a masked secret)" : ""));
  }
}
