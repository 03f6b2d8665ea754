package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.defcore.service.Service;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays the recorded requests and compares each answer with the recorded form of a real cloud's.
 */
final class RecordedAnswersTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  // Jetty's own, or there for every answer of the simulated cloud.
  private static final Set<String> OWN_HEADERS =
      Set.of("date", "connection", "content-length", "content-type", "x-simulated-cloud");

  private final Map<String, String> known = new TreeMap<>();

  @ParameterizedTest
  @MethodSource("subjects")
  void answersHaveTheRecordedForm(String subject) throws Exception {
    String service = service(subject);
    List<String> differences = new ArrayList<>();

    int played;
    try (SimulatedCloud cloud =
        SimulatedCloud.start(SimulatedCloudOptions.usual().withPassword("secret"))) {
      Client client = new Client(cloud);
      introduce(client);
      JsonNode steps = read("recorded/" + subject + ".json");
      for (JsonNode step : steps) {
        play(client, service, step, differences);
      }
      played = steps.size();
      assertThat(cloud.resources()).as("left behind").isEmpty();
    }

    assertThat(played).as("recorded requests").isGreaterThan(10);
    assertThat(differences).isEmpty();
  }

  /** Names of the recorded files: of a service, or of a service and a part of it. */
  private static List<String> subjects() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/simcloud/recorded"))) {
      return files
          .map(it -> it.getFileName().toString().replaceFirst("\\.json$", ""))
          .sorted()
          .toList();
    }
  }

  private static String service(String subject) {
    return Service.words().stream()
        .filter(it -> (subject + "-").startsWith(it + "-"))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode read(String file) throws IOException {
    try (InputStream in = RecordedAnswersTest.class.getResourceAsStream("/simcloud/" + file)) {
      return JSON.readTree(in);
    }
  }

  private void introduce(Client client) throws Exception {
    for (String who : List.of("demo", "demo-alt")) {
      HttpResponse<byte[]> login = client.login(who, "secret");
      JsonNode token = Client.body(login).path("token");
      String prefix = who.equals("demo") ? "" : "alt_";
      known.put(prefix + "token", login.headers().firstValue("X-Subject-Token").orElseThrow());
      known.put(prefix + "user", token.path("user").path("id").asText());
      known.put(prefix + "project", token.path("project").path("id").asText());
      known.put(prefix + "user_name", who);
      known.put(prefix + "project_name", who);
    }
    known.put("password", "secret");
    known.put("nowhere", UUID.randomUUID().toString());
    known.put("random", "0123abcd");
    JsonNode images = Client.body(client.send("GET", "/image/v2/images", known.get("token")));
    known.put("public_image", images.path("images").path(0).path("id").asText());
  }

  private void play(Client client, String service, JsonNode step, List<String> differences)
      throws Exception {
    JsonNode request = step.path("request");
    Map<String, String> headers = new TreeMap<>();
    String who = request.path("who").asText();
    if (!who.equals("nobody")) {
      headers.put("X-Auth-Token", known.get(who.equals("alt") ? "alt_token" : "token"));
    }
    request
        .path("headers")
        .properties()
        .forEach(it -> headers.put(it.getKey(), fill(it.getValue().asText())));
    String body = request.path("raw").asText();
    if (request.has("body")) {
      body = fill(request.path("body").toString());
    }
    HttpResponse<byte[]> response =
        client.send(
            request.path("method").asText(),
            "/"
                + request.path("service").asText(service)
                + fill(request.path("path").asText()).replace(" ", "%20"),
            headers,
            body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    String at = service + " " + step.path("name").asText();
    compare(at, step.path("answer"), response, differences);
    take(request.path("take"), response);
  }

  private static void compare(
      String at, JsonNode recorded, HttpResponse<byte[]> response, List<String> differences)
      throws IOException {
    if (recorded.path("status").asInt() != response.statusCode()) {
      differences.add(
          "%s: recorded status %s but found %d %s"
              .formatted(
                  at, recorded.path("status"), response.statusCode(), Client.text(response)));
      return;
    }
    String type = response.headers().firstValue("content-type").orElse("");
    if (!recorded.path("content_type").asText().equals(type)) {
      differences.add(
          at + ": recorded content type " + recorded.path("content_type") + " but found " + type);
    }
    compareHeaders(at, recorded, response, differences);
    if (recorded.has("shape")) {
      Shape.differences(at, recorded.path("shape"), Client.body(response), differences);
    }
  }

  private static void compareHeaders(
      String at, JsonNode recorded, HttpResponse<byte[]> response, List<String> differences) {
    Set<String> names = new TreeSet<>(response.headers().map().keySet());
    names.removeAll(OWN_HEADERS);
    Set<String> expected = new TreeSet<>();
    recorded.path("headers").forEach(it -> expected.add(it.asText()));
    if (!expected.equals(names)) {
      differences.add(at + ": recorded headers " + expected + " but found " + names);
    }
    for (Map.Entry<String, JsonNode> value : recorded.path("values").properties()) {
      Set<String> words = words(value.getValue().asText());
      Set<String> found = words(response.headers().firstValue(value.getKey()).orElse(""));
      if (!words.equals(found)) {
        differences.add(at + ": recorded " + value.getKey() + " " + words + ", found " + found);
      }
    }
  }

  // The order of an Allow header changes from run to run.
  private static Set<String> words(String list) {
    return new TreeSet<>(List.of(list.split(", ")));
  }

  private void take(JsonNode wanted, HttpResponse<byte[]> response) throws IOException {
    for (Map.Entry<String, JsonNode> wish : wanted.properties()) {
      String from = wish.getValue().asText();
      String value =
          from.startsWith("#")
              ? response.headers().firstValue(from.substring(1)).orElse("")
              : Client.body(response).at(from).asText();
      known.put(wish.getKey(), value.replace("\n", "\\n"));
    }
  }

  private String fill(String text) {
    Matcher matcher = PLACE.matcher(text);
    return matcher.replaceAll(
        it -> Matcher.quoteReplacement(known.getOrDefault(it.group(1), it.group())));
  }
}
