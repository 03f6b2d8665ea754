package org.defcore.client.volume;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.client.Accepted;
import org.defcore.client.ClientTrial;
import org.defcore.client.RecordSample;
import org.defcore.client.Variation;
import org.defcore.client.Wanted;
import org.defcore.http.LocalServer.Asked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "updated": "2011-06-29T00:00:00+00:00", "namespace": "n"}]}
      """;

  private static final String UPLOAD =
      "{\"os-volume_upload_image\": {\"image_id\": \"i1\", \"size\": 1}, \"more\": 1}";

  private static final Map<String, String> AT_THREE_THREE =
      Map.of("OpenStack-API-Version", "volume 3.3");

  private static final String MESSAGES =
      """
      {"messages": [{"id": "m1", "user_message": "No room.", "request_id": "req-1",
        "message_level": "ERROR"}], "more": 1}
      """;

  private static final ClientTrial<VolumeClient> CLIENT =
      ClientTrial.of(VolumeClient::new, "/volume/v3/p1");

  @Test
  void callsVolumesAndSnapshots() {
    Asked create =
        CLIENT.sends(
            202, VolumeRecordsTest.VOLUME, it -> it.volumes().create(Wanted.named("data")));

    assertThat(create.line()).isEqualTo("POST /volume/v3/p1/volumes");
    assertThat(create.body()).isEqualTo("{\"volume\":{\"name\":\"data\"}}");
    assertThat(create.headers())
        .containsEntry("x-auth-token", "token-of-the-user")
        .doesNotContainKey("openstack-api-version");
    assertThat(CLIENT.sends(202, "", it -> it.snapshots().delete("s/1")).line())
        .isEqualTo("DELETE /volume/v3/p1/snapshots/s%2F1");
  }

  @Test
  void takesNoOtherSuccessThanTheDocumentedOne() {
    String volume = VolumeRecordsTest.VOLUME;
    Wanted wanted = Wanted.named("data");

    CLIENT.refuses(200, volume, it -> it.volumes().create(wanted), "expected 202 but found 200");
    CLIENT.refuses(202, volume, it -> it.volumes().get("v1"), "expected 200 but found 202");
    CLIENT.refuses(
        202, volume, it -> it.volumes().update("v1", wanted), "expected 200 but found 202");
    CLIENT.refuses(200, "", it -> it.volumes().delete("v1"), "expected 202 but found 200");
    CLIENT.refuses(200, "", it -> it.snapshots().delete("s1"), "expected 202 but found 200");
  }

  @Test
  void asksForAnImageAndGivesItsIdAndTheRequest() {
    ClientTrial<VolumeClient> identified = CLIENT.with(Map.of("x-openstack-request-id", "req-1"));
    Asked asked =
        identified.sends(202, UPLOAD, it -> it.uploadImageUnlessRefused("v/1", "n", "raw"));

    assertThat(asked.line()).isEqualTo("POST /volume/v3/p1/volumes/v%2F1/action");
    assertThat(asked.body())
        .isEqualTo("{\"os-volume_upload_image\":{\"disk_format\":\"raw\",\"image_name\":\"n\"}}");
    identified
        .assertRead(202, UPLOAD, it -> it.uploadImageUnlessRefused("v1", "n", "raw"))
        .isEqualTo(Optional.of(new Accepted<>("i1", "req-1")));
    CLIENT.assertRead(202, UPLOAD, it -> it.uploadImage("v1", "n", "raw")).isEqualTo("i1");
    CLIENT.refuses(
        200,
        UPLOAD,
        it -> it.uploadImage("v1", "n", "raw"),
        "POST /volumes/v1/action: expected 202 but found 200");
    CLIENT.refuses(
        202,
        UPLOAD,
        it -> it.uploadImageUnlessRefused("v1", "n", "raw"),
        "expected header x-openstack-request-id but found none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"os-volume_upload_image\": {\"size\": 1}}",
        "{\"os-volume_upload_image\": {\"image_id\": null}}",
        "{\"os-volume_upload_image\": {\"image_id\": 1}}",
        "{}"
      })
  void takesNoImageWithoutAnId(String body) {
    CLIENT
        .with(Map.of("x-openstack-request-id", "req-1"))
        .refuses(
            202,
            body,
            it -> it.uploadImageUnlessRefused("v1", "n", "raw"),
            "POST /volumes/v1/action: ");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 409, 501})
  void givesNothingIfRefusedAsDocumented(int status) {
    String fault = "{\"fault\": {\"code\": %d, \"message\": \"No.\"}}".formatted(status);

    assertThat(
            CLIENT
                .reads(status, fault, it -> it.uploadImageUnlessRefused("v1", "n", "raw"))
                .isEmpty())
        .isTrue();
    CLIENT
        .assertRead(status, fault, it -> it.volumes().createUnlessRefused(Wanted.named("n")))
        .isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404, 413, 422, 500})
  void takesNoOtherRefusal(int status) {
    String fault = "{\"fault\": {\"code\": %d, \"message\": \"No.\"}}".formatted(status);
    String reason = ": expected 202 or 400 or 403 or 409 or 501 but found " + status;

    CLIENT.refuses(
        status,
        fault,
        it -> it.uploadImageUnlessRefused("v1", "n", "raw"),
        "POST /volumes/v1/action" + reason);
    CLIENT.refuses(
        status,
        fault,
        it -> it.volumes().createUnlessRefused(Wanted.named("n")),
        "POST /volumes" + reason);
  }

  @Test
  void listsVersionsAsAChoiceWithoutAToken() {
    Asked asked = CLIENT.sends(300, VERSIONS, VolumeClient::listVersions);

    assertThat(asked.line()).isEqualTo("GET /volume/");
    assertThat(asked.headers()).doesNotContainKey("x-auth-token");
    CLIENT.refuses(200, VERSIONS, VolumeClient::listVersions, "expected 300 but found 200");
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
      throws JsonProcessingException {
    CLIENT.refuses(300, Variation.of(VERSIONS, pointer, value), VolumeClient::listVersions, reason);
  }

  @Test
  void listsZonesOfWhateverContents() {
    String zones = "{\"availabilityZoneInfo\": [{\"extra\": 1}], \"extra\": 1}";

    assertThat(CLIENT.sends(200, zones, VolumeClient::listZones).line())
        .isEqualTo("GET /volume/v3/p1/os-availability-zone");
    CLIENT.refuses(200, "{}", VolumeClient::listZones, "availabilityZoneInfo");
  }

  @TestFactory
  Stream<DynamicTest> holdsAnExtensionToTheRuleOf() {
    return new RecordSample(
            EXTENSIONS,
            "/extensions/0",
            "GET /extensions",
            CLIENT.reading(200, VolumeClient::listExtensions))
        .holds(
            Extension.class,
            """
            name        | REQUIRED | 1
            alias       | REQUIRED | 1
            description | REQUIRED | 1
            updated     | REQUIRED | "once"
            links       | REQUIRED | {}
            namespace   | OPTIONAL | 1
            """);
  }

  @Test
  void refusesAnExtensionListWithMore() throws JsonProcessingException {
    CLIENT.refuses(
        200, Variation.of(EXTENSIONS, "/extra", "1"), VolumeClient::listExtensions, "/extra");
  }

  @TestFactory
  Stream<DynamicTest> holdsAMessageToTheRuleOf() {
    return new RecordSample(
            MESSAGES,
            "/messages/0",
            "GET /messages",
            CLIENT.with(AT_THREE_THREE).reading(200, it -> it.messages().list()))
        .holds(
            Message.class,
            """
            id           | REQUIRED | 1
            user_message | REQUIRED | 1
            request_id   | REQUIRED | 1
            """);
  }

  @Test
  void listsMessagesAtTheVersionThatBroughtThem() {
    Asked asked = CLIENT.with(AT_THREE_THREE).sends(200, MESSAGES, it -> it.messages().list());

    assertThat(asked.line()).isEqualTo("GET /volume/v3/p1/messages");
    assertThat(asked.headers()).containsEntry("openstack-api-version", "volume 3.3");
    CLIENT
        .with(Map.of("OpenStack-API-Version", "volume 3.0"))
        .refuses(
            200,
            MESSAGES,
            it -> it.messages().list(),
            "expected OpenStack-API-Version \"volume 3.3\" but found \"volume 3.0\"");
  }
}
