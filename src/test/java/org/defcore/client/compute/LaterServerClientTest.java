package org.defcore.client.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.CannedService;
import org.defcore.client.Variation;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaterServerClientTest {

  private static final String SIZED =
      """
      {"server": {"id": "s1", "status": "ACTIVE", "flavor": {"original_name": "small", "vcpus": 2,
        "ram": 512, "disk": 1, "swap": 0, "ephemeral": 0, "extra_specs": {"a": "b"}}}}
      """;
  private static final String NAMED =
      """
      {"server": {"id": "s1", "name": "One", "OS-EXT-SRV-ATTR:hostname": "one", "locked": false}}
      """;

  @Test
  void readsTheSizeAt247() throws IOException {
    try (CannedService service = CannedService.answering(200, SIZED, version("2.47"))) {
      assertThat(client(service).getSizedServer("s1"))
          .isEqualTo(
              new SizedServer(
                  "s1",
                  new EmbeddedFlavor("small", 2, 512, 1, 0, 0, Optional.of(Map.of("a", "b")))));

      assertThat(service.onlyRequest().line()).isEqualTo("GET /v2.1/servers/s1");
      assertThat(service.onlyRequest().headers())
          .containsEntry("openstack-api-version", "compute 2.47")
          .containsEntry("x-openstack-nova-api-version", "2.47");
    }
  }

  @Test
  void readsAndSetsTheHostNameAt290() throws IOException {
    try (CannedService read = CannedService.answering(200, NAMED, version("2.90"));
        CannedService set = CannedService.answering(200, NAMED, version("2.90"))) {
      assertThat(client(read).getNamedHost("s1")).isEqualTo(new NamedHost("s1", "One", "one"));
      assertThat(client(set).updateHostName("s1", "one").hostName()).isEqualTo("one");

      assertThat(set.onlyRequest().line()).isEqualTo("PUT /v2.1/servers/s1");
      assertThat(set.onlyRequest().body()).isEqualTo("{\"server\":{\"hostname\":\"one\"}}");
      assertThat(set.onlyRequest().headers())
          .containsEntry("openstack-api-version", "compute 2.90");
    }
  }

  @Test
  void refusesAnAnswerOfAnotherVersion() throws IOException {
    try (CannedService service = CannedService.answering(200, NAMED, version("2.1"))) {
      assertThatThrownBy(() -> client(service).getNamedHost("s1"))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining("expected X-OpenStack-Nova-API-Version \"2.90\" but found \"2.1\"");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /server/flavor/vcpus         | absent | vcpus
          /server/flavor/ram           | "512"  | ram
          /server/flavor/original_name | null   | original_name
          /server/flavor/extra_specs   | null   | extra_specs
          /server/flavor/id            | "f1"   | id
          /server/id                   | absent | id
          /extra                       | 1      | extra
          """)
  void refusesASizeThatDiffersIn(String pointer, String value, String reason) throws IOException {
    String body = Variation.of(SIZED, pointer, value);

    try (CannedService service = CannedService.answering(200, body, version("2.47"))) {
      assertThatThrownBy(() -> client(service).getSizedServer("s1"))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining(reason);
    }
  }

  private static Map<String, String> version(String number) {
    return Map.of("X-OpenStack-Nova-API-Version", number);
  }

  private static LaterServerClient client(CannedService service) {
    return new LaterServerClient(service.endpoint("/v2.1"));
  }
}
