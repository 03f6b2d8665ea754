package org.defcore.hostile;

import static org.defcore.hostile.WireCall.TOKEN;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.defcore.clouds.Session;
import org.defcore.clouds.TinyCloud;
import org.defcore.clouds.discovery.Discovery;
import org.defcore.hostile.Behaviour.Met;
import org.defcore.http.HttpTransport;
import org.defcore.http.LocalServer.Asked;
import org.defcore.http.LocalServer.Reply;
import org.defcore.http.TransportSettings;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.defcore.service.Service;

/** Lists and documents that a run looks at before its tests. */
final class HostileLists {

  private static final String IMAGES = "/image/v2/images";

  private final List<Behaviour> all = new ArrayList<>();

  static List<Behaviour> all() {
    HostileLists lists = new HostileLists();
    lists.pages();
    lists.records();
    lists.documents();
    return lists.all;
  }

  private void pages() {
    for (String next :
        List.of(
            "http://169.254.169.254/latest?marker=a",
            "file:///etc/passwd?marker=a",
            "?marker=a b",
            "?marker=%zz",
            "?marker=\\u0000\\r\\nX: 1",
            "?marker=\\ud800",
            "?" + "x".repeat(60_000),
            "?",
            "?#?")) {
      json(
          "a link to the next page, `" + next.replaceAll("x{9,}", "xxx…") + "`",
          IMAGES,
          "{\"images\": [{\"id\": \"a\"}], \"next\": \"" + next + "\"}");
    }
    AtomicInteger number = new AtomicInteger();
    function(
        "pages of 1 MiB without end",
        IMAGES,
        it -> page(number.incrementAndGet(), "x".repeat(1024 * 1024)));
    json(
        "a next page that is the first",
        IMAGES,
        "{\"images\": [{\"id\": \"a\"}], \"next\": \"?a\"}");
  }

  private static Reply page(int number, String filling) {
    return Reply.json(
        200,
        "{\"images\": [{\"id\": \"%d\", \"x\": \"%s\"}], \"next\": \"/v2/images?marker=%d\"}"
            .formatted(number, filling, number));
  }

  private void records() {
    for (String id :
        List.of(
            "\"../../v3/users\"",
            "\"a b?c#d%zz\"",
            "\"\\u0000\\u001b[2J\\r\\n\"",
            "\"\\ud800\"",
            "\"" + TOKEN + "\"",
            "1".repeat(300),
            "1e400",
            "[[\"a\"]]")) {
      json(
          "an image with the id `" + id.replaceAll("1{9,}", "111…").replace(TOKEN, "TOKEN") + "`",
          IMAGES,
          "{\"images\": [{\"id\": %s, \"name\": %s, \"size\": %s, \"status\": \"active\", \"visibility\": \"public\", \"disk_format\": \"raw\"}]}"
              .formatted(id, id, id));
    }
    json("a list that is none", IMAGES, "{\"images\": {\"a\": 1}}");
    json(
        "20,000 images",
        IMAGES,
        "{\"images\": ["
            + numbered("{\"id\": \"%d\", \"size\": 1, \"status\": \"active\"}", 20_000)
            + "]}");
    json(
        "records in 900 lists",
        "/compute/v2.1/flavors/detail",
        "{\"flavors\": " + "[".repeat(900) + "]".repeat(900) + "}");
    json(
        "sizes past all numbers",
        "/compute/v2.1/flavors/detail",
        "{\"flavors\": [{\"id\": \"a\", \"ram\": 99999999999999999999, \"disk\": -1, \"vcpus\": 1e308}]}");
  }

  private void documents() {
    for (String version :
        List.of("2.99999999999999999999", "a.b", "-1", "2." + "9".repeat(100_000), "\\u001b[2J")) {
      json(
          "a microversion of `" + version.replaceAll("9{30,}", "999…") + "`",
          "/compute/",
          "{\"versions\": [{\"id\": \"v2.1\", \"version\": \"%s\", \"min_version\": \"%s\"}]}"
              .formatted(version, version));
    }
    json(
        "20,000 extensions",
        "/network/v2.0/extensions",
        "{\"extensions\": [" + numbered("{\"alias\": \"e%d\"}", 20_000) + "]}");
    json(
        "the caller's token as an extension",
        "/network/v2.0/extensions",
        "{\"extensions\": [{\"alias\": \"" + TOKEN + "\", \"name\": \"" + TOKEN + "\"}]}");
    json(
        "the caller's token as a feature",
        "/object-store/info",
        "{\"" + TOKEN + "\": 1, \"swift\": {\"version\": \"" + TOKEN + "\"}}");
    json("20,000 features", "/object-store/info", "{" + numbered("\"f%d\": 1", 20_000) + "}");
    json(
        "quotas that are no numbers",
        "/compute/v2.1/os-quota-sets/p1",
        "{\"quota_set\": {\"cores\": \"\\u001b\", \"ram\": 1e400, \"instances\": [1], \"key_pairs\": 99999999999999999999}}");
  }

  private static String numbered(String one, int number) {
    return IntStream.range(0, number).mapToObj(one::formatted).collect(Collectors.joining(","));
  }

  private void json(String name, String path, String body) {
    function(name, path, it -> Reply.json(200, body));
  }

  private void function(String name, String path, Function<Asked, Reply> replies) {
    all.add(
        new Behaviour(
            "list",
            name,
            () -> {
              try (TinyCloud cloud = new TinyCloud()) {
                return look(
                    cloud
                        .changing(it -> it.with("X-Subject-Token", TOKEN))
                        .get("/compute/", "{'versions': [{'id': 'v2.1'}]}")
                        .get("/image/", "{'versions': [{'id': 'v2.1'}]}")
                        .get("/network/", "{'versions': [{'id': 'v2.0'}]}")
                        .on("GET " + path, replies));
              }
            }));
  }

  private static Met look(TinyCloud cloud) {
    Secrets secrets = new Secrets();
    Recording recording = new Recording();
    try (HttpTransport transport = new HttpTransport(TransportSettings.defaults(), secrets)) {
      Session session = Session.login(cloud.config(), transport, recording);
      String facts =
          Discovery.observe(
                  session,
                  Set.of(Service.IMAGE, Service.COMPUTE, Service.NETWORK, Service.OBJECT_STORE),
                  recording)
              .toString();
      return Met.of("looked at", "", facts + recording.exchanges());
    }
  }
}
