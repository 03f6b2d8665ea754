package org.defcore.simcloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.defcore.service.Service;

/** The requests of one recorded file, to be played on a simulated cloud. */
public final class RecordedRequests {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  /** Hears each answer with the path that was asked for. */
  interface Heard {
    void answer(JsonNode step, String path, HttpResponse<byte[]> response) throws IOException;
  }

  private final String service;
  private final JsonNode steps;
  private final Client client;
  private final Map<String, String> known = new TreeMap<>();

  private RecordedRequests(String subject, Client client) throws IOException {
    this.service = service(subject);
    this.steps = steps(subject);
    this.client = client;
  }

  /** Plays them on a simulated cloud, whose users have the password {@code secret}. */
  static void play(String subject, SimulatedCloud cloud, Heard heard) throws Exception {
    RecordedRequests requests = new RecordedRequests(subject, new Client(cloud));
    requests.introduce();
    for (JsonNode step : requests.steps) {
      requests.play(step, heard);
    }
  }

  /** Names of the recorded files: of a service, or of a service and a part of it. */
  public static List<String> subjects() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/simcloud/recorded"))) {
      return files
          .map(it -> it.getFileName().toString().replaceFirst("\\.json$", ""))
          .sorted()
          .toList();
    }
  }

  public static String service(String subject) {
    return Service.words().stream()
        .filter(it -> (subject + "-").startsWith(it + "-"))
        .findFirst()
        .orElseThrow();
  }

  /** Requests and answers, one after the other. */
  public static JsonNode steps(String subject) throws IOException {
    String file = "/simcloud/recorded/" + subject + ".json";
    try (InputStream in = RecordedRequests.class.getResourceAsStream(file)) {
      return JSON.readTree(in);
    }
  }

  private void introduce() throws Exception {
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

  private void play(JsonNode step, Heard heard) throws Exception {
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
    String path = fill(request.path("path").asText()).replace(" ", "%20");
    HttpResponse<byte[]> response =
        client.send(
            request.path("method").asText(),
            "/" + request.path("service").asText(service) + path,
            headers,
            body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    heard.answer(step, path, response);
    take(request.path("take"), response);
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
