package org.defcore.simcloud;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls everything that one service has and writes down what comes back. Ids, tokens and keys are
 * written as the place where they were first seen, so that two tours are alike unless the clouds
 * behave differently.
 */
final class Tour {

  private static final String PATCH = "application/openstack-images-v2.1-json-patch";
  private static final String NOWHERE = "11111111-2222-3333-4444-555555555555";
  private static final Pattern VARIABLE =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|gAAAAA[\\w-]+");
  private static final Pattern NOISE =
      Pattern.compile(
          "\"(public_key|private_key|fingerprint)\":\"[^\"]*\"|\"audit_ids\":\\[[^]]*]|:\\d{5}/");

  private final Client client;
  private final StringBuilder notes = new StringBuilder();
  private final Map<String, String> names = new TreeMap<>();
  private String token = "";

  Tour(Client client) {
    this.client = client;
  }

  String of(String service) throws Exception {
    note("login", client.login("demo", "secret"));
    token = client.token("demo", "secret");
    switch (service) {
      case "identity" -> identity();
      case "compute" -> compute();
      case "compute.keypairs" -> keyPairs();
      case "image" -> image();
      case "network" -> get("/network/", "/network/v2.0/networks", "/network/v2.0/extensions");
      case "volume" -> volume();
      default -> get("/object-store/info");
    }
    return notes.toString();
  }

  private void identity() throws Exception {
    get("/identity/", "/identity/v3", "/identity/v3/auth/catalog");
    HttpResponse<byte[]> login = client.login("demo", "secret");
    String user = Client.body(login).at("/token/user/id").asText();
    get("/identity/v3/users/" + user + "/projects");
    scoped("demo");
    scoped("demo-alt");
    String fresh = login.headers().firstValue("X-Subject-Token").orElse("missing");
    for (String method : new String[] {"GET", "HEAD", "DELETE", "GET", "HEAD"}) {
      Map<String, String> headers = Map.of("X-Auth-Token", token, "X-Subject-Token", fresh);
      String path = "/identity/v3/auth/tokens";
      note(method, client.send(method, path, headers, BodyPublishers.noBody()));
    }
  }

  private void scoped(String project) throws Exception {
    String body =
        """
        {"auth": {"identity": {"methods": ["password"], "password": {"user": {"name": "demo",
         "domain": {"id": "default"}, "password": "secret"}}},
         "scope": {"project": {"name": "%s", "domain": {"id": "default"}}}}}
        """
            .formatted(project);
    note("scoped", client.json("POST", "/identity/v3/auth/tokens", token, body));
  }

  private void compute() throws Exception {
    String project = Client.body(client.login("demo", "secret")).at("/token/project/id").asText();
    String quotas = "/compute/v2.1/os-quota-sets/" + project;
    get("/compute/", "/compute/v2.1/", "/compute/v2.1/os-availability-zone");
    get("/compute/v2.1/flavors", "/compute/v2.1/flavors/detail", "/compute/v2.1/flavors/1");
    get(quotas, quotas + "?user_id=x", quotas + "/defaults", "/compute/v2.1/limits");
  }

  private void keyPairs() throws Exception {
    Map<String, String> headers = new TreeMap<>();
    headers.put("X-Auth-Token", token);
    headers.put("X-OpenStack-Nova-API-Version", "2.2");
    headers.put("Content-Type", "application/json");
    String pairs = "/compute/v2.1/os-keypairs";
    String pair = "{\"keypair\": {\"name\": \"tour\", \"type\": \"x509\"}}";
    note("create", client.send("POST", pairs, headers, BodyPublishers.ofString(pair)));
    for (String call : new String[] {"GET", "GET /tour", "DELETE /tour", "GET /tour"}) {
      String[] parts = (call + " ").split(" ", 3);
      note(call, client.send(parts[0], pairs + parts[1], headers, BodyPublishers.noBody()));
    }
  }

  private void image() throws Exception {
    get("/image/", "/image/v2/schemas/image", "/image/v2/schemas/images");
    get("/image/v2/images?disk_format=raw", "/image/v2/images?limit=1", "/image/v2/images/");
    note("delete", client.send("DELETE", "/image/v2/images/", token));
    String unknown = "/image/v2/images/" + NOWHERE;
    get(unknown);
    note("delete", client.send("DELETE", unknown, token));
    note("tag", client.send("PUT", unknown + "/tags/t", token));
    register("{\"container_format\": \"wrong\", \"disk_format\": \"raw\"}");
    HttpResponse<byte[]> created =
        register(
            "{\"name\": \"tour\", \"container_format\": \"bare\", \"disk_format\": \"raw\","
                + " \"visibility\": \"private\", \"colour\": \"red\"}");
    String one = "/image/v2/images/" + Client.body(created).path("id").asText();
    get(one, one + "/file", "/image/v2/images?visibility=private");
    send("PUT", one + "/file", "application/octet-stream", "0123456789");
    get(one, one + "/file");
    String patch = "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"renamed\"}]";
    send("PATCH", one, PATCH, patch);
    get(one);
    for (String call : new String[] {"PUT x", "DELETE x", "DELETE x"}) {
      String[] parts = call.split(" ", 2);
      note(call, client.send(parts[0], one + "/tags/" + parts[1], token));
      get(one);
    }
    note("delete", client.send("DELETE", one, token));
    get(one, "/image/v2/images");
  }

  private void volume() throws Exception {
    String project = Client.body(client.login("demo", "secret")).at("/token/project/id").asText();
    String base = "/volume/v3/" + project;
    get("/volume/", base + "/os-availability-zone", base + "/extensions");
    String all = base + "/volumes";
    note("create", client.json("POST", all, token, "{\"volume\": {\"size\": 0}}"));
    String volume = "{\"volume\": {\"size\": 1, \"name\": \"tour\", \"metadata\": {\"a\": \"b\"}}}";
    HttpResponse<byte[]> created = client.json("POST", all, token, volume);
    note("create", created);
    String one = all + "/" + Client.body(created).at("/volume/id").asText();
    get(one, all, all + "/detail", all + "?limit=1", all + "/detail?name=other");
    get(base + "/os-quota-sets/" + project + "?usage=True", base + "/limits");
    note("update", client.json("PUT", one, token, "{\"volume\": {\"name\": \"renamed\"}}"));
    get(one, one + "/metadata", one + "/metadata/a", all + "/" + NOWHERE);
    String more = "{\"metadata\": {\"c\": \"d\"}}";
    note("metadata", client.json("POST", one + "/metadata", token, more));
    note("metadata", client.json("PUT", one + "/metadata", token, more));
    note("meta", client.json("PUT", one + "/metadata/c", token, "{\"meta\": {\"c\": \"e\"}}"));
    note("meta", client.send("DELETE", one + "/metadata/c", token));
    note("delete", client.send("DELETE", one, token));
    get(one, all);
    note("delete", client.send("DELETE", one, token));
  }

  private HttpResponse<byte[]> register(String body) throws Exception {
    HttpResponse<byte[]> answer = client.json("POST", "/image/v2/images", token, body);
    note("register", answer);
    return answer;
  }

  private void send(String method, String path, String type, String body) throws Exception {
    Map<String, String> headers = Map.of("X-Auth-Token", token, "Content-Type", type);
    note(method, client.send(method, path, headers, BodyPublishers.ofString(body)));
  }

  private void get(String... paths) throws Exception {
    for (String path : paths) {
      note("GET", client.send("GET", path, token));
    }
  }

  private void note(String call, HttpResponse<byte[]> answer) {
    Map<String, ?> headers = new TreeMap<>(answer.headers().map());
    headers.keySet().removeIf(it -> it.matches(".*request-id|date|x-trans-id|content-length"));
    String text = call + " " + answer.statusCode() + " " + headers + " " + Client.text(answer);
    String quiet = NOISE.matcher(text).replaceAll("");
    Matcher matcher = VARIABLE.matcher(quiet);
    notes.append(matcher.replaceAll(it -> named(it.group()))).append('\n');
  }

  private String named(String variable) {
    return names.computeIfAbsent(variable, it -> "#" + names.size());
  }
}
