package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.defcore.simcloud.defect.Defect;
import org.defcore.simcloud.defect.DefectException;
import org.junit.jupiter.api.Test;

final class SimulatedCloudTest {

  private static final SimulatedCloudOptions OPTIONS =
      SimulatedCloudOptions.usual().withPassword("secret");

  @Test
  void announcesItselfInEveryAnswer() throws Exception {
    try (SimulatedCloud cloud = SimulatedCloud.start(OPTIONS)) {
      Client client = new Client(cloud);

      for (String path : List.of("/", "/nowhere", "/identity/", "/image/v2/images")) {
        assertThat(client.send("GET", path, "none").headers().firstValue("X-Simulated-Cloud"))
            .as(path)
            .contains("defcore");
      }
    }
  }

  @Test
  void describesItsTwoUsersForCloudsYaml() throws Exception {
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      String yaml = cloud.cloudsYaml();
      String password = yaml.replaceAll("(?s).*?password: \"(.*?)\".*", "$1");

      assertThat(yaml).contains("  simulated:\n", "  simulated-alt:\n", cloud.authUrl());
      assertThat(password).hasSizeGreaterThan(10);
      assertThat(new Client(cloud).login("demo-alt", password).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void tellsWhatWasLeftBehind() throws Exception {
    try (SimulatedCloud cloud = SimulatedCloud.start(OPTIONS)) {
      Client client = new Client(cloud);
      String token = client.token("demo", "secret");
      assertThat(cloud.resources()).isEmpty();

      client.json("POST", "/compute/v2.1/os-keypairs", token, "{\"keypair\": {\"name\": \"k\"}}");
      JsonNode image =
          Client.body(client.json("POST", "/image/v2/images", token, "{\"name\": \"i\"}"));

      assertThat(cloud.resources())
          .containsExactly("image " + image.path("id").asText() + " i", "key-pair k");
    }
  }

  @Test
  void refusesATokenThatExpired() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-31T12:00:00Z"));
    try (SimulatedCloud cloud = SimulatedCloud.start(OPTIONS.withClock(ticking(now)))) {
      Client client = new Client(cloud);
      String token = client.token("demo", "secret");
      assertThat(client.send("GET", "/image/v2/images", token).statusCode()).isEqualTo(200);

      now.set(now.get().plus(Duration.ofMinutes(61)));

      assertThat(client.send("GET", "/image/v2/images", token).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void takesALargeImageAsAStream() throws Exception {
    int size = 64 << 20;
    try (SimulatedCloud cloud = SimulatedCloud.start(OPTIONS)) {
      Client client = new Client(cloud);
      String token = client.token("demo", "secret");
      String body = "{\"container_format\": \"bare\", \"disk_format\": \"raw\"}";
      String id =
          Client.body(client.json("POST", "/image/v2/images", token, body)).path("id").asText();
      Map<String, String> headers =
          Map.of("X-Auth-Token", token, "Content-Type", "application/octet-stream");

      HttpResponse<byte[]> upload =
          client.send(
              "PUT",
              "/image/v2/images/" + id + "/file",
              headers,
              BodyPublishers.ofInputStream(() -> new Zeroes(size)));

      assertThat(upload.statusCode()).isEqualTo(204);
      JsonNode image = Client.body(client.send("GET", "/image/v2/images/" + id, token));
      assertThat(image.path("size").asInt()).isEqualTo(size);
    }
  }

  @Test
  void keepsItsStateUnderManyClientsAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (SimulatedCloud cloud = SimulatedCloud.start(OPTIONS)) {
      Client client = new Client(cloud);
      String token = client.token("demo", "secret");
      String id =
          Client.body(client.json("POST", "/image/v2/images", token, "{}")).path("id").asText();
      List<Future<Integer>> tags = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String tag = "/image/v2/images/" + id + "/tags/t" + i;
        tags.add(threads.submit(() -> client.send("PUT", tag, token).statusCode()));
      }
      for (Future<Integer> tag : tags) {
        assertThat(tag.get()).isEqualTo(204);
      }

      JsonNode image = Client.body(client.send("GET", "/image/v2/images/" + id, token));
      assertThat(image.path("tags")).hasSize(40);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void refusesADefectOfAnUnknownOperation() {
    assertThatThrownBy(() -> start("image.imges.list.status=500"))
        .isInstanceOf(DefectException.class)
        .hasMessageStartingWith(
            "unknown defect \"image.imges.list.status=500\": expected OPERATION.DEFECT");
  }

  @Test
  void refusesAnUnknownDefectOfAnOperation() {
    assertThatThrownBy(() -> start("image.images.delete.sings"))
        .isInstanceOf(DefectException.class)
        .hasMessageStartingWith("unknown defect \"image.images.delete.sings\": expected one of")
        .hasMessageContaining("image.images.delete.still-listed")
        .hasMessageContaining("image.images.delete.status=<code>");
  }

  @Test
  void refusesAValueThatADefectCannotHave() {
    assertThatThrownBy(() -> start("image.images.list.status=many"))
        .isInstanceOf(DefectException.class)
        .hasMessage(
            "defect \"image.images.list.status=many\": expected status=<code> but found \"many\"");
  }

  @Test
  void refusesAPortThatIsTaken() {
    try (SimulatedCloud cloud = SimulatedCloud.start(OPTIONS)) {
      assertThatThrownBy(() -> SimulatedCloud.start(OPTIONS.withPort(cloud.port())))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageStartingWith("simulated cloud: cannot listen on port " + cloud.port());
    }
  }

  @Test
  void listsDefectsWithOneLineEach() {
    assertThat(SimulatedCloud.defects())
        .extracting(Defect::name)
        .contains("<operation>.status=<code>", "image.images.delete.still-listed")
        .doesNotHaveDuplicates();
    assertThat(SimulatedCloud.operations()).contains("identity.tokens.create").isSorted();
    assertThat(SimulatedCloud.defects())
        .filteredOn(it -> !it.name().startsWith("<") && !it.name().startsWith("guest."))
        .allMatch(
            it ->
                SimulatedCloud.operations()
                    .contains(it.name().substring(0, it.name().lastIndexOf('.'))));
  }

  @Test
  void closesTheConnectionWhenSilent() {
    try (SimulatedCloud cloud = start("object-store.info.show.silent")) {
      assertThatThrownBy(() -> new Client(cloud).send("GET", "/object-store/info", "none"))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void redirectsToItself() throws Exception {
    try (SimulatedCloud cloud = start("object-store.info.show.redirect")) {
      HttpResponse<byte[]> answer = new Client(cloud).send("GET", "/object-store/info", "none");

      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/object-store/info");
    }
  }

  @Test
  void neverEndsABodyThatIsEndless() throws Exception {
    try (SimulatedCloud cloud = start("object-store.info.show.content=endless")) {
      HttpRequest request = HttpRequest.newBuilder(info(cloud)).build();
      HttpResponse<InputStream> answer =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());

      try (InputStream body = answer.body()) {
        assertThat(body.readNBytes(1 << 20)).hasSize(1 << 20);
      }
    }
  }

  @Test
  void answersLateWhenSlow() {
    try (SimulatedCloud cloud = start("object-store.info.show.slow=60000")) {
      HttpRequest request =
          HttpRequest.newBuilder(info(cloud)).timeout(Duration.ofMillis(300)).build();

      assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()))
          .isInstanceOf(HttpTimeoutException.class);
    }
  }

  private static SimulatedCloud start(String defect) {
    return SimulatedCloud.start(OPTIONS.withDefects(List.of(defect)));
  }

  private static URI info(SimulatedCloud cloud) {
    return URI.create("http://127.0.0.1:" + cloud.port() + "/object-store/info");
  }

  private static Clock ticking(AtomicReference<Instant> now) {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.get();
      }
    };
  }

  /** So many zero bytes, without memory for them. */
  private static final class Zeroes extends InputStream {

    private long left;

    Zeroes(long left) {
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int n = (int) Math.min(left, length);
      left -= n;
      return n == 0 ? -1 : n;
    }
  }
}
