package org.defcore.simcloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Speaks to a simulated cloud as any program would, and knows nothing of its classes. */
final class Client {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String root;

  Client(SimulatedCloud cloud) {
    this.root = "http://127.0.0.1:" + cloud.port();
  }

  HttpResponse<byte[]> send(
      String method, String path, Map<String, String> headers, BodyPublisher body)
      throws IOException, InterruptedException {
    URI uri = URI.create(path.startsWith("http") ? path : root + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).method(method, body).timeout(Duration.ofSeconds(30));
    headers.forEach(request::header);
    return HTTP.send(request.build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> send(String method, String path, String token)
      throws IOException, InterruptedException {
    return send(method, path, Map.of("X-Auth-Token", token), BodyPublishers.noBody());
  }

  HttpResponse<byte[]> json(String method, String path, String token, String body)
      throws IOException, InterruptedException {
    Map<String, String> headers = Map.of("X-Auth-Token", token, "Content-Type", "application/json");
    return send(method, path, headers, BodyPublishers.ofString(body));
  }

  HttpResponse<byte[]> login(String user, String password)
      throws IOException, InterruptedException {
    String body =
        """
        {"auth": {"identity": {"methods": ["password"], "password": {"user":
         {"name": "%s", "domain": {"name": "Default"}, "password": "%s"}}}}}
        """
            .formatted(user, password);
    return json("POST", "/identity/v3/auth/tokens", "none", body);
  }

  String token(String user, String password) throws IOException, InterruptedException {
    return login(user, password).headers().firstValue("X-Subject-Token").orElseThrow();
  }

  static JsonNode body(HttpResponse<byte[]> response) throws IOException {
    return JSON.readTree(response.body());
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
