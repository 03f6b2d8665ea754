package org.defcore.client.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.defcore.client.CannedService;
import org.defcore.client.Variation;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumeClientTest {

  private static final String VERSIONS =
      """
      {"versions": [{"id": "v3.0", "status": "CURRENT", "version": "3.70", "min_version": "3.0",
        "updated": "2022-08-31T00:00:00Z", "extra": 1,
        "links": [{"rel": "describedby", "type": "text/html", "href": "http://d/"},
                  {"rel": "self", "href": "http://v/v3/"}],
        "media-types": [{"base": "application/json", "type": "application/x"}]}]}
      """;

  private static final String EXTENSIONS =
      """
      {"extensions": [{"name": "Hosts", "alias": "os-hosts", "description": "d", "links": [],
        "updated": "2011-06-29T00:00:00+00:00"}]}
      """;

  private static final Map<String, String> AT_THREE_THREE =
      Map.of("OpenStack-API-Version", "volume 3.3");

  private static final String MESSAGES =
      """
      {"messages": [{"id": "m1", "user_message": "No room.", "request_id": "req-1",
        "message_level": "ERROR"}], "more": 1}
      """;

  @Test
  void listsVersionsAsAChoiceWithoutAToken() throws IOException {
    try (CannedService service = CannedService.answering(300, VERSIONS)) {
      VolumeClient volume = new VolumeClient(service.endpoint("/volume/v3/p1"));

      assertThat(volume.listVersions()).extracting(VolumeApiVersion::version).containsExactly("3.70");
      assertThat(service.onlyRequest().line()).isEqualTo("GET /volume/");
      assertThat(service.onlyRequest().headers()).doesNotContainKey("x-auth-token");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /versions/0/id           | absent | id
          /versions/0/updated      | "once" | expected an ISO 8601 time but found "once"
          /versions/0/min_version  | 3.0    | min_version
          /versions/0/version      | absent | version
          /versions/0/media-types  | absent | media-types
          /versions/0/links/0/href | absent | href
          /versions/0/links/0/type | 1      | type
          """)
  void refusesAVersionListThatDiffersIn(String pointer, String value, String reason)
      throws IOException {
    refuses(300, Variation.of(VERSIONS, pointer, value), VolumeClient::listVersions, reason);
  }

  @Test
  void refusesAVersionListThatIsNoChoice() throws IOException {
    refuses(200, VERSIONS, VolumeClient::listVersions, "expected 300 but found 200");
  }

  @Test
  void listsZonesOfWhateverContents() throws IOException {
    try (CannedService service =
        CannedService.answering(
            200, "{\"availabilityZoneInfo\": [{\"extra\": 1}], \"extra\": 1}")) {
      assertThat(new VolumeClient(service.endpoint("/v3/p1")).listAvailabilityZones()).hasSize(1);
      assertThat(service.onlyRequest().line()).isEqualTo("GET /v3/p1/os-availability-zone");
    }
  }

  @Test
  void refusesAZoneListThatIsNotThere() throws IOException {
    refuses(200, "{}", VolumeClient::listAvailabilityZones, "availabilityZoneInfo");
  }

  @Test
  void listsExtensions() throws IOException {
    String body = Variation.of(EXTENSIONS, "/extensions/0/namespace", "\"n\"");
    try (CannedService service = CannedService.answering(200, body)) {
      assertThat(new VolumeClient(service.endpoint("/v3/p1")).listExtensions())
          .extracting(Extension::name)
          .containsExactly("Hosts");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra                    | 1      | extra
          /extensions/0/extra       | 1      | extra
          /extensions/0/name        | absent | name
          /extensions/0/alias       | absent | alias
          /extensions/0/description | null   | description
          /extensions/0/namespace   | null   | namespace
          /extensions/0/links       | {}     | links
          /extensions/0/updated     | "once" | expected an ISO 8601 time but found "once"
          """)
  void refusesAnExtensionListThatDiffersIn(String pointer, String value, String reason)
      throws IOException {
    refuses(200, Variation.of(EXTENSIONS, pointer, value), VolumeClient::listExtensions, reason);
  }

  @Test
  void listsMessagesAtTheVersionThatBroughtThem() throws IOException {
    try (CannedService service = CannedService.answering(200, MESSAGES, AT_THREE_THREE)) {
      assertThat(new VolumeClient(service.endpoint("/v3/p1")).listMessages())
          .containsExactly(new Message("m1", "No room.", "req-1"));
      assertThat(service.onlyRequest().line()).isEqualTo("GET /v3/p1/messages");
      assertThat(service.onlyRequest().headers())
          .containsEntry("openstack-api-version", "volume 3.3");
    }
  }

  @Test
  void refusesMessagesOfAnotherVersion() throws IOException {
    Map<String, String> old = Map.of("OpenStack-API-Version", "volume 3.0");

    try (CannedService service = CannedService.answering(200, MESSAGES, old)) {
      VolumeClient volume = new VolumeClient(service.endpoint("/v3/p1"));

      assertThatThrownBy(volume::listMessages)
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining(
              "expected OpenStack-API-Version \"volume 3.3\" but found \"volume 3.0\"");
    }
  }

  @ParameterizedTest
  @CsvSource({"id", "user_message", "request_id"})
  void refusesAMessageWithout(String field) throws IOException {
    String body = Variation.of(MESSAGES, "/messages/0/" + field, "absent");

    try (CannedService service = CannedService.answering(200, body, AT_THREE_THREE)) {
      VolumeClient volume = new VolumeClient(service.endpoint("/v3/p1"));

      assertThatThrownBy(volume::listMessages)
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining(field);
    }
  }

  private static void refuses(
      int status, String body, Function<VolumeClient, ?> call, String reason) throws IOException {
    try (CannedService service = CannedService.answering(status, body)) {
      assertThatThrownBy(() -> call.apply(new VolumeClient(service.endpoint("/v3/p1"))))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining(reason);
    }
  }
}
