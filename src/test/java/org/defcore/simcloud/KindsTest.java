package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.defcore.simcloud.kind.Kind;
import org.defcore.simcloud.pace.HandClock;
import org.defcore.simcloud.pace.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers of clouds of each kind, and the state of their servers afterwards. */
final class KindsTest {

  private static final Path TABLES = Path.of("src/test/resources/simcloud/kinds");
  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everythingThatIsAskedIsAnsweredAsSuchCloudsAnswer(Kind kind) throws Exception {
    try (KindBench bench = new KindBench(kind)) {
      List<String> lines = new ArrayList<>();
      for (Ask ask : Ask.values()) {
        lines.add(bench.answerTo(ask));
      }

      assertThat(lines).containsExactlyElementsOf(table(kind));
      assertThat(bench.cloud().resources()).isEmpty();
    }
  }

  private static List<String> table(Kind kind) throws IOException {
    return Files.readAllLines(TABLES.resolve(kind.word() + ".txt"));
  }

  @ParameterizedTest
  @CsvSource({
    "VIRTUAL_MACHINE, Linux version",
    "VIRTUAL_MACHINE, Hypervisor detected: KVM",
    "SYSTEM_CONTAINER, init: network is up",
    "ZONE, SunOS Release 5.11"
  })
  void theLogTellsTheKind(Kind kind, String line) throws Exception {
    assertThat(log(kind)).contains(line).endsWith("login:").contains("\none ");
  }

  @ParameterizedTest
  @EnumSource(names = {"SYSTEM_CONTAINER", "ZONE"})
  void theLogOfAServerWithoutAKernelOfItsOwnHasNoLinux(Kind kind) throws Exception {
    assertThat(log(kind)).doesNotContain("Linux", "Hypervisor");
  }

  private static String log(Kind kind) throws Exception {
    try (KindBench bench = new KindBench(kind)) {
      return log(bench, bench.running("one", "1"), "null");
    }
  }

  private static String log(KindBench bench, String server, String length) throws Exception {
    String body = "{\"os-getConsoleOutput\": {\"length\": " + length + "}}";
    HttpResponse<byte[]> answer = bench.post(server, "/action", "2.1", body);
    assertThat(answer.statusCode()).as(Client.text(answer)).isEqualTo(200);
    return Client.body(answer).path("output").asText();
  }

  @Test
  void theEndOfTheLogHasAsManyLinesAsAreAskedFor() throws Exception {
    try (KindBench bench = new KindBench(Kind.SYSTEM_CONTAINER)) {
      String server = bench.running("one", "1");

      assertThat(log(bench, server, "2")).isEqualTo("\none login:");
      assertThat(log(bench, server, "\"1\"")).isEqualTo("one login:");
      assertThat(log(bench, server, "0")).isEmpty();
      assertThat(log(bench, server, "1000")).isEqualTo(log(bench, server, "null"));
      assertThat(log(bench, server, "-1").lines()).hasSize(4);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -2     | Invalid input for field/attribute length. Value: -2. -2 is less than the minimum of -1
          "many" | Invalid input for field/attribute length. Value: many. 'many' does not match '^-?[0-9]+$'
          """)
  void aLengthThatIsNoneIsRefused(String length, String message) throws Exception {
    try (KindBench bench = new KindBench(Kind.VIRTUAL_MACHINE)) {
      String server = bench.running("one", "1");
      String body = "{\"os-getConsoleOutput\": {\"length\": " + length + "}}";

      HttpResponse<byte[]> answer = bench.post(server, "/action", "2.1", body);

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(Client.body(answer).at("/badRequest/message").asText()).isEqualTo(message);
    }
  }

  @Test
  void aScreenIsOpenedByAnActionUntil25AndAsAThingSince26() throws Exception {
    String action = "{\"os-getVNCConsole\": {\"type\": \"novnc\"}}";
    String thing = "{\"remote_console\": {\"protocol\": \"vnc\", \"type\": \"novnc\"}}";
    try (KindBench bench = new KindBench(Kind.VIRTUAL_MACHINE)) {
      String server = bench.running("one", "1");

      JsonNode old = Client.body(bench.post(server, "/action", "2.5", action)).path("console");
      assertThat(old.path("type").asText()).isEqualTo("novnc");
      assertThat(old.path("url").asText()).contains("/vnc_auto.html?path=%3Ftoken%3D");
      assertThat(bench.post(server, "/action", "2.6", action).statusCode()).isEqualTo(404);
      assertThat(bench.post(server, "/remote-consoles", "2.5", thing).statusCode()).isEqualTo(404);
      JsonNode young =
          Client.body(bench.post(server, "/remote-consoles", "2.6", thing)).path("remote_console");
      assertThat(young.path("protocol").asText()).isEqualTo("vnc");
      assertThat(young.path("url")).isEqualTo(old.path("url"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "VIRTUAL_MACHINE, '', '', bare, raw",
    "SYSTEM_CONTAINER, lxc, exe, bare, raw",
    "ZONE, solariszones, solariszones, ovf, raw",
    "BARE_METAL, baremetal, hvm, bare, raw"
  })
  void imagesTellTheKind(Kind kind, String type, String mode, String container, String disk)
      throws Exception {
    try (KindBench bench = new KindBench(kind)) {
      JsonNode image = bench.get("/image/v2/images?name=simulated").at("/images/0");

      assertThat(image.path("hypervisor_type").asText()).isEqualTo(type);
      assertThat(image.path("vm_mode").asText()).isEqualTo(mode);
      assertThat(image.path("container_format").asText()).isEqualTo(container);
      assertThat(image.path("disk_format").asText()).isEqualTo(disk);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "VIRTUAL_MACHINE, {}",
    "SYSTEM_CONTAINER, {}",
    "ZONE, '{\"zonecfg:brand\":\"solaris\"}'",
    "BARE_METAL, '{\"resources:CUSTOM_BAREMETAL\":\"1\",\"resources:DISK_GB\":\"0\","
        + "\"resources:MEMORY_MB\":\"0\",\"resources:VCPU\":\"0\"}'"
  })
  void flavorsTellTheKind(Kind kind, String specs) throws Exception {
    try (KindBench bench = new KindBench(kind)) {
      JsonNode shown = bench.get("/compute/v2.1/flavors/1/os-extra_specs");

      assertThat(shown.path("extra_specs")).hasToString(specs);
    }
  }

  @ParameterizedTest
  @CsvSource({"VIRTUAL_MACHINE, me, true", "ZONE, '', false"})
  void anImageOfAZoneHasNoPropertiesOfItsOwnersChoice(Kind kind, String by, boolean inherits)
      throws Exception {
    try (KindBench bench = new KindBench(kind)) {
      String server = bench.running("one", "1");
      String body = "{\"createImage\": {\"name\": \"copy\", \"metadata\": {\"by\": \"me\"}}}";

      HttpResponse<byte[]> answer = bench.post(server, "/action", "2.1", body);
      JsonNode image = bench.get(bench.location(answer));

      assertThat(image.path("by").asText()).isEqualTo(by);
      assertThat(image.has("base_image_ref")).isEqualTo(inherits);
      assertThat(image.path("name").asText()).isEqualTo("copy");
      assertThat(image.path("instance_uuid").asText()).isEqualTo(server);
    }
  }

  @Test
  void anImageThatWillNotComeKeepsTheServerBusyUntilItIsGone() throws Exception {
    HandClock clock = new HandClock();
    SimulatedCloudOptions options =
        SimulatedCloudOptions.usual()
            .withKind(Kind.BARE_METAL)
            .withClock(clock)
            .withPace(new Pace(SECOND, SECOND));
    try (KindBench bench = new KindBench(options)) {
      String server = bench.running("one", "1");
      clock.pass(SECOND.multipliedBy(3));

      HttpResponse<byte[]> answer =
          bench.post(server, "/action", "2.1", "{\"createImage\": {\"name\": \"copy\"}}");
      String image = bench.location(answer);

      assertThat(answer.statusCode()).isEqualTo(202);
      assertThat(bench.get(image).path("status").asText()).isEqualTo("queued");
      assertThat(bench.state(server)).isEqualTo("ACTIVE/image_snapshot_pending/1");
      assertThat(bench.newestAction(server)).isEqualTo("createImage null");
      clock.pass(SECOND);
      assertThat(bench.cloud().resources()).containsExactly("server " + server + " one");
      assertThat(bench.state(server)).isEqualTo("ACTIVE/null/1");
      assertThat(bench.newestAction(server))
          .isEqualTo("createImage Error in compute_snapshot_instance");
    }
  }

  @Test
  void bareMetalTakesItsTimeAndTheOthersDoNot() {
    SimulatedCloudOptions options = SimulatedCloudOptions.usual();

    assertThat(options.withKind(Kind.BARE_METAL).pace())
        .isEqualTo(new Pace(Duration.ofMillis(200), Duration.ofMillis(400)));
    assertThat(options.withKind(Kind.BARE_METAL).withPace(Pace.INSTANT).pace())
        .isEqualTo(Pace.INSTANT);
    assertThat(options.withKind(Kind.ZONE).pace()).isEqualTo(Pace.INSTANT);
  }
}
