package org.defcore.simcloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.defcore.simcloud.kind.Kind;
import org.defcore.simcloud.pace.Pace;

/** A cloud of one kind and somebody who asks it for everything. */
final class KindBench implements AutoCloseable {

  private static final String SERVERS = "/compute/v2.1/servers";

  private final SimulatedCloud cloud;
  private final Client client;
  private final String token;
  private final String volumes;

  /** Of that kind, where things are done by the time that somebody looks. */
  KindBench(Kind kind) throws IOException, InterruptedException {
    this(SimulatedCloudOptions.usual().withKind(kind).withPace(Pace.INSTANT));
  }

  KindBench(SimulatedCloudOptions options) throws IOException, InterruptedException {
    cloud = SimulatedCloud.start(options.withPassword("secret"));
    client = new Client(cloud);
    token = client.token("demo", "secret");
    String project = Client.body(client.login("demo", "secret")).at("/token/project/id").asText();
    volumes = "/volume/v3/" + project + "/volumes";
  }

  SimulatedCloud cloud() {
    return cloud;
  }

  /**
   * Asks a fresh server and tells in one line what is answered, what the server looks like then,
   * what its newest action came to, and what else there is to see. Everything is gone afterwards.
   */
  String answerTo(Ask ask) throws IOException, InterruptedException {
    String server = running("one", ask.flavor());
    String volume = volume();
    for (Ask first : ask.before()) {
      ask(server, volume, first);
      show(server);
    }
    HttpResponse<byte[]> answer = ask(server, volume, ask);
    String line =
        "%-16s | %s | %s | %s%s"
            .formatted(
                ask.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                told(answer).replace(server, "ID"),
                state(server),
                newestAction(server),
                rest(ask, answer, server, volume));
    delete(SERVERS + "/" + server);
    delete(volumes + "/" + volume);
    return line;
  }

  private HttpResponse<byte[]> ask(String server, String volume, Ask ask)
      throws IOException, InterruptedException {
    String body = ask.body().replace("VOLUME", volume).replace("IMAGE", image());
    return client.json("POST", SERVERS + "/" + server + ask.path(), token, body);
  }

  private String rest(Ask ask, HttpResponse<byte[]> answer, String server, String volume)
      throws IOException, InterruptedException {
    return switch (ask) {
      case CREATE_IMAGE -> " | image " + statusOf(location(answer));
      case ATTACH_VOLUME ->
          " | volume %s, %d attached"
              .formatted(
                  get(volumes + "/" + volume).at("/volume/status").asText(),
                  get(SERVERS + "/" + server + "/os-volume_attachments")
                      .path("volumeAttachments")
                      .size());
      case RESIZE, SHRINK -> " | flavor " + show(server).at("/flavor/id").asText();
      default -> "";
    };
  }

  private String told(HttpResponse<byte[]> answer) throws IOException {
    JsonNode body = answer.body().length == 0 ? null : Client.body(answer);
    if (body == null || answer.statusCode() < 400) {
      return String.valueOf(answer.statusCode());
    }
    String kind = body.fieldNames().next();
    return "%d %s: %s"
        .formatted(answer.statusCode(), kind, body.path(kind).path("message").asText());
  }

  String state(String server) throws IOException, InterruptedException {
    JsonNode shown = show(server);
    String state =
        "%s/%s/%s"
            .formatted(
                shown.path("status").asText(),
                shown.path("OS-EXT-STS:task_state").asText(),
                shown.path("OS-EXT-STS:power_state").asText());
    JsonNode fault = shown.path("fault");
    return fault.isMissingNode()
        ? state
        : state + " " + fault.path("code").asText() + ": " + fault.path("message").asText();
  }

  String newestAction(String server) throws IOException, InterruptedException {
    String all = SERVERS + "/" + server + "/os-instance-actions";
    JsonNode newest = get(all).at("/instanceActions/0");
    String one = all + "/" + newest.path("request_id").asText();
    Map<String, String> headers =
        Map.of("X-Auth-Token", token, "OpenStack-API-Version", "compute 2.51");
    JsonNode event =
        Client.body(client.send("GET", one, headers, BodyPublishers.noBody()))
            .at("/instanceAction/events/0");
    String said = newest.path("action").asText() + " " + event.path("result").asText();
    return newest.path("message").isNull() ? said : said + " in " + event.path("event").asText();
  }

  String running(String name, String flavor) throws IOException, InterruptedException {
    String body =
        "{\"server\": {\"name\": \"%s\", \"imageRef\": \"%s\", \"flavorRef\": \"%s\"}}"
            .formatted(name, image(), flavor);
    JsonNode made = Client.body(client.json("POST", SERVERS, token, body));
    String server = made.at("/server/id").asText();
    show(server);
    return server;
  }

  private String volume() throws IOException, InterruptedException {
    JsonNode made = Client.body(client.json("POST", volumes, token, "{\"volume\": {\"size\": 1}}"));
    return made.at("/volume/id").asText();
  }

  /** The image that servers are made of. */
  private String image() throws IOException, InterruptedException {
    return get("/image/v2/images?name=simulated").at("/images/0/id").asText();
  }

  HttpResponse<byte[]> post(String server, String path, String microversion, String body)
      throws IOException, InterruptedException {
    Map<String, String> headers =
        Map.of(
            "X-Auth-Token",
            token,
            "Content-Type",
            "application/json",
            "OpenStack-API-Version",
            "compute " + microversion);
    return client.send(
        "POST", SERVERS + "/" + server + path, headers, BodyPublishers.ofString(body));
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return Client.body(client.send("GET", path, token));
  }

  JsonNode show(String server) throws IOException, InterruptedException {
    return get(SERVERS + "/" + server).path("server");
  }

  String location(HttpResponse<byte[]> answer) {
    String at = answer.headers().firstValue("Location").orElseThrow();
    return "/image/v2/images/" + at.replaceAll(".*/", "");
  }

  // It is left to be found as a thing of its own, unless it is there.
  private String statusOf(String image) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = client.send("GET", image, token);
    if (answer.statusCode() != 200) {
      return String.valueOf(answer.statusCode());
    }
    client.send("DELETE", image, token);
    return Client.body(answer).path("status").asText();
  }

  private void delete(String path) throws IOException, InterruptedException {
    client.send("DELETE", path, token);
    client.send("GET", path, token);
  }

  @Override
  public void close() {
    cloud.close();
  }
}
