package org.defcore.client.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.defcore.client.CannedService;
import org.defcore.client.FieldRule;
import org.defcore.client.Variation;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotCallsTest {

  private static final Map<String, String> LOCATION =
      Map.of("Location", "http://c/compute/v2.1/images/i7");

  private static final String SNAPSHOT =
      """
      {"image": {"id": "i7", "name": "snap", "status": "SAVING", "progress": 25,
        "updated": "2026-11-22T15:19:39Z", "created": "2026-11-22T15:19:30Z",
        "minDisk": 1, "minRam": 0, "metadata": {"image_type": "snapshot"},
        "links": [{"rel": "self", "href": "http://c/i7"},
                  {"rel": "alternate", "type": "application/x", "href": "http://i/i7"}],
        "server": {"id": "s1", "links": [{"rel": "self", "href": "http://c/s1"}]},
        "OS-EXT-IMG-SIZE:size": 1234567890123, "OS-DCF:diskConfig": "AUTO"}}
      """;

  private static List<FieldRule> rules() {
    return FieldRule.table(
        """
        id                   | REQUIRED | 7
        name                 | NULLABLE | 7
        status               | REQUIRED | 7
        progress             | REQUIRED | "25"
        updated              | REQUIRED | "now"
        created              | REQUIRED | "now"
        minDisk              | REQUIRED | "1"
        minRam               | REQUIRED | 0.5
        metadata             | REQUIRED | []
        links                | REQUIRED | {}
        server               | OPTIONAL | "s1"
        OS-EXT-IMG-SIZE:size | EITHER   | "1"
        OS-DCF:diskConfig    | OPTIONAL | 1
        """);
  }

  @Test
  void asksForASnapshotAndGivesTheEndOfTheLocation() throws IOException {
    try (CannedService service = CannedService.answering(202, "", LOCATION)) {
      assertThat(client(service).createImage("s1", "snap", Map.of("a", "1"))).isEqualTo("i7");

      assertThat(service.onlyRequest().line()).isEqualTo("POST /v2.1/servers/s1/action");
      assertThat(service.onlyRequest().body())
          .isEqualTo("{\"createImage\":{\"name\":\"snap\",\"metadata\":{\"a\":\"1\"}}}");
    }
  }

  @Test
  void sendsNoMetadataWhereThereIsNone() throws IOException {
    try (CannedService service = CannedService.answering(202, "", LOCATION)) {
      client(service).createImage("s1", "snap", Map.of());

      assertThat(service.onlyRequest().body()).isEqualTo("{\"createImage\":{\"name\":\"snap\"}}");
    }
  }

  @Test
  void refusesAnAcceptedSnapshotWithoutALocation() throws IOException {
    try (CannedService service = CannedService.answering(202, "")) {
      assertThatThrownBy(() -> client(service).createImage("s1", "snap", Map.of()))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessage("POST /servers/s1/action: expected header Location but found none");
    }
  }

  @Test
  void refusesABodyWithAnAcceptedSnapshot() throws IOException {
    try (CannedService service = CannedService.answering(202, "{\"image_id\": 1}", LOCATION)) {
      assertThatThrownBy(() -> client(service).createImage("s1", "snap", Map.of()))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining("expected no body with 202 but found 15 bytes");
    }
  }

  @Test
  void refusesASnapshotThatIsThereAtOnce() throws IOException {
    try (CannedService service = CannedService.answering(200, "", LOCATION)) {
      assertThatThrownBy(() -> client(service).createImage("s1", "snap", Map.of()))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining("expected 202 but found 200");
    }
  }

  @Test
  void readsASnapshot() throws IOException {
    try (CannedService service = CannedService.answering(200, SNAPSHOT)) {
      Snapshot snapshot = client(service).getSnapshot("i/7");

      assertThat(snapshot).hasToString("image i7 in status SAVING");
      assertThat(snapshot.server()).map(Reference::id).contains("s1");
      assertThat(snapshot.size()).contains(1234567890123L);
      assertThat(service.onlyRequest().line()).isEqualTo("GET /v2.1/images/i%2F7");
    }
  }

  @Test
  void deletesASnapshot() throws IOException {
    try (CannedService service = CannedService.answering(204, "")) {
      client(service).deleteSnapshot("i7");

      assertThat(service.onlyRequest().line()).isEqualTo("DELETE /v2.1/images/i7");
    }
  }

  @Test
  void knowsARuleForEveryFieldThatASnapshotCanHave() throws JsonProcessingException {
    assertThat(rules())
        .extracting(FieldRule::field)
        .containsExactlyInAnyOrderElementsOf(FieldRule.fields(SNAPSHOT, "/image"))
        .hasSameSizeAs(Snapshot.class.getRecordComponents());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holdsASnapshotToTheRuleOf(FieldRule rule) throws JsonProcessingException {
    rule.check(SNAPSHOT, "/image", "GET /images/i7", SnapshotCallsTest::read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACTIVE", "SAVING", "DELETED", "ERROR", "UNKNOWN"})
  void takesTheStatus(String status) throws IOException {
    assertThat(read(Variation.of(SNAPSHOT, "/image/status", '"' + status + '"')).status())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra                  | 1        | extra
          /image/extra            | 1        | extra
          /image/status           | "active" | but found "active"
          /image/status           | "QUEUED" | but found "QUEUED"
          /image/metadata/image_type | 1     | image_type
          /image/links/0/type     | null     | type
          /image/links/0/extra    | 1        | extra
          /image/links/1/href     | absent   | href
          /image/server/id        | absent   | id
          /image/server/name      | "web"    | name
          """)
  void refusesASnapshotThatDiffersIn(String pointer, String value, String reason)
      throws JsonProcessingException {
    String body = Variation.of(SNAPSHOT, pointer, value);

    assertThatThrownBy(() -> read(body))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageStartingWith("GET /images/i7: ")
        .hasMessageContaining(reason);
  }

  private static Snapshot read(String body) throws IOException {
    try (CannedService service = CannedService.answering(200, body)) {
      return client(service).getSnapshot("i7");
    }
  }

  private static ServerClient client(CannedService service) {
    return new ServerClient(service.endpoint("/v2.1"));
  }
}
