package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;

/** The volume service of a simulated cloud with one user logged in; paths begin at the project. */
final class BlockStorage {

  private final Client client;
  private final String token;
  private final String project;

  BlockStorage(SimulatedCloud cloud) throws Exception {
    client = new Client(cloud);
    HttpResponse<byte[]> login = client.login("demo", "secret");
    token = login.headers().firstValue("X-Subject-Token").orElseThrow();
    project = "/volume/v3/" + Client.body(login).at("/token/project/id").asText();
  }

  HttpResponse<byte[]> post(String path, String body) throws Exception {
    return client.json("POST", project + path, token, body.replace('\'', '"'));
  }

  HttpResponse<byte[]> put(String path, String body) throws Exception {
    return client.json("PUT", project + path, token, body.replace('\'', '"'));
  }

  /** Posts what has to be accepted, and gives the id of what is made. */
  String create(String path, String key, String fields) throws Exception {
    HttpResponse<byte[]> answer = post(path, "{'%s': {%s}}".formatted(key, fields));
    assertThat(answer.statusCode()).as(Client.text(answer)).isEqualTo(202);
    return Client.body(answer).at("/" + key + "/id").asText();
  }

  String volume(String fields) throws Exception {
    return create("/volumes", "volume", fields);
  }

  String snapshot(String fields) throws Exception {
    return create("/snapshots", "snapshot", fields);
  }

  int refused(String path, String body) throws Exception {
    return post(path, body).statusCode();
  }

  int delete(String path) throws Exception {
    return client.send("DELETE", project + path, token).statusCode();
  }

  /** Returns the value of the only key of an answer. */
  JsonNode show(String path) throws Exception {
    HttpResponse<byte[]> answer = client.send("GET", project + path, token);
    JsonNode body = Client.body(answer);
    return body.elements().next();
  }

  /** The status of a thing, or that of the answer where it is not there. */
  String status(String path) throws Exception {
    HttpResponse<byte[]> answer = client.send("GET", project + path, token);
    return answer.statusCode() == 200
        ? Client.body(answer).elements().next().path("status").asText()
        : String.valueOf(answer.statusCode());
  }

  JsonNode messages() throws IOException, InterruptedException {
    Map<String, String> headers =
        Map.of("X-Auth-Token", token, "OpenStack-API-Version", "volume 3.3");
    return Client.body(client.send("GET", project + "/messages", headers, BodyPublishers.noBody()))
        .path("messages");
  }

  /** The image service's answer. */
  HttpResponse<byte[]> image(String method, String id) throws Exception {
    return client.send(method, "/image/v2/images/" + id, token);
  }

  /** An image that everybody can make volumes of. */
  String publicImage() throws Exception {
    JsonNode images =
        Client.body(client.send("GET", "/image/v2/images?status=active", token)).path("images");
    return images.path(0).path("id").asText();
  }
}
