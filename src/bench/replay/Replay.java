package replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
 * Sends the requests of a recorded run again, in the recorded happens-before order, to an equal
 * fresh cloud, and checks nothing but the statuses: what the same traffic costs without a harness.
 * Run by {@code harness-cost}.
 */
public final class Replay {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> OF_THE_CLIENT =
      Set.of("host", "connection", "content-length", "transfer-encoding");

  private final Traffic traffic;
  private final Secrets secrets;
  private final Ids ids = new Ids();
  private final List<String> differing = new ArrayList<>();

  private Replay(Traffic traffic, Secrets secrets) {
    this.traffic = traffic;
    this.secrets = secrets;
  }

  /** Arguments: the folder of the recorded evidence, and the fresh cloud's clouds.yaml. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      return; // So that the start of the JVM alone can be timed.
    }
    Traffic traffic = Traffic.read(Path.of(arguments[0]));
    JsonNode clouds = new YAMLMapper().readTree(Path.of(arguments[1]).toFile()).path("clouds");
    Replay replay = new Replay(traffic, new Secrets(traffic, clouds));
    double seconds = replay.run();
    ObjectNode result = JSON.createObjectNode();
    result.put("requests", traffic.exchanges().size()).put("seconds", seconds);
    result.put("at_a_time", traffic.atATime()).put("unanswered", traffic.unanswered());
    result.set("differing", JSON.valueToTree(replay.differing));
    System.out.println(result);
  }

  private double run() throws Exception {
    List<Exchange> exchanges = traffic.exchanges();
    List<Exchange> byEnd = new ArrayList<>(exchanges);
    byEnd.sort(Comparator.comparing(Exchange::ended));
    Map<Exchange, Future<?>> running = new IdentityHashMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(traffic.atATime());
    try (CloseableHttpClient client = client(traffic.atATime())) {
      long began = System.nanoTime();
      int ended = 0;
      for (Exchange exchange : exchanges) {
        // What is still running then overlapped in the recording too: never too many at a time.
        while (ended < byEnd.size() && !byEnd.get(ended).ended().isAfter(exchange.started())) {
          running.get(byEnd.get(ended++)).get();
        }
        running.put(exchange, threads.submit(() -> send(client, exchange)));
      }
      for (Future<?> last : running.values()) {
        last.get();
      }
      return (System.nanoTime() - began) / 1e9;
    } finally {
      threads.shutdownNow();
    }
  }

  private static CloseableHttpClient client(int connections) {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  private Void send(CloseableHttpClient client, Exchange exchange) throws IOException {
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
    client.execute(
        request,
        answer -> {
          learn(exchange, answer);
          return null;
        });
    return null;
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

  private void learn(Exchange exchange, ClassicHttpResponse answer) throws IOException {
    byte[] body =
        answer.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(answer.getEntity());
    if (answer.getCode() != exchange.status()) {
      synchronized (differing) {
        differing.add(
            "%s %s: recorded %d, replayed %d%s"
                .formatted(
                    exchange.method(),
                    exchange.url(),
                    exchange.status(),
                    answer.getCode(),
                    secrets.isLost(exchange) ? " (signed with a masked secret)" : ""));
      }
      return;
    }
    boolean asked = Set.of("GET", "HEAD").contains(exchange.method());
    for (Header header : answer.getHeaders()) {
      String name = header.getName().toLowerCase(Locale.ROOT);
      if (name.equals("x-subject-token")) {
        secrets.learn(exchange, header.getValue());
      }
      ids.pair(exchange.answerHeaders().getOrDefault(name, ""), header.getValue(), asked);
    }
    if (!exchange.answer().isMissingNode()) {
      ids.pair(exchange.answer(), JSON.readTree(body), asked);
    }
  }
}
