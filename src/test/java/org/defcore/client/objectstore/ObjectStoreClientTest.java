package org.defcore.client.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.defcore.client.ClientTrial;
import org.defcore.http.LocalServer.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectStoreClientTest {

  private static final Map<String, String> OBJECT =
      Map.of(
          "ETag", "900150983cd24fb0d6963f7d28e17f72",
          "Last-Modified", "Sat, 31 Jan 2026 12:00:01 GMT",
          "X-Timestamp", "1769860800.12345",
          "X-Trans-Id", "tx1",
          "X-Delete-At", "1769860810");

  private static final byte[] DATA = "data".getBytes(StandardCharsets.UTF_8);

  private static final ClientTrial<ObjectStoreClient> CLIENT =
      ClientTrial.of(ObjectStoreClient::new, "/swift/v1/AUTH_p");

  private static final ClientTrial<ObjectStoreClient> THERE = CLIENT.with(OBJECT);

  @Test
  void readsTheCapabilitiesWithoutATokenFromAboveTheVersion() {
    Asked asked = CLIENT.sends(200, "{\"swift\": {}}", ObjectStoreClient::getInfo);

    assertThat(asked.line()).isEqualTo("GET /swift/info");
    assertThat(asked.headers()).doesNotContainKey("x-auth-token");
    CLIENT.refuses(200, "swift", ObjectStoreClient::getInfo, "GET /info");
  }

  @Test
  void createsAContainerAndTellsWhenByTheCloudsClock() {
    Instant answered = CLIENT.reads(201, "", it -> it.createContainer("a box"));

    assertThat(answered).isCloseTo(Instant.now(), within(60, ChronoUnit.SECONDS));
    assertThat(CLIENT.sends(201, "", it -> it.createContainer("a box")).line())
        .isEqualTo("PUT /swift/v1/AUTH_p/a%20box");
  }

  @Test
  void createsAnObject() {
    Asked asked = CLIENT.sends(201, "", it -> it.createObject("box", "a/b", DATA));

    assertThat(asked.line()).isEqualTo("PUT /swift/v1/AUTH_p/box/a%2Fb");
    assertThat(asked.body()).isEqualTo("data");
    assertThat(asked.headers()).containsEntry("content-type", "application/octet-stream");
  }

  @Test
  void asksForAnObjectToExpire() {
    Asked asked =
        CLIENT.sends(202, "", it -> it.expireObject("box", "thing", Duration.ofMinutes(2)));

    assertThat(asked.line()).isEqualTo("POST /swift/v1/AUTH_p/box/thing");
    assertThat(asked.headers()).containsEntry("x-delete-after", "120");
  }

  @Test
  void readsAnObjectFromItsNewestReplica() {
    StoredObject object = THERE.reads(200, "data", it -> it.getObject("box", "thing"));
    Asked asked = THERE.sends(200, "data", it -> it.getObject("box", "thing"));

    assertThat(object.data()).isEqualTo(DATA);
    assertThat(object.headers().deleteAt()).contains(Instant.ofEpochSecond(1769860810L));
    assertThat(object.headers().etag()).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
    assertThat(asked.line()).isEqualTo("GET /swift/v1/AUTH_p/box/thing");
    assertThat(asked.headers()).containsEntry("x-newest", "true");
  }

  @Test
  void readsNoDateOfAnObjectThatIsToStay() {
    StoredObject object =
        objectWith("X-Delete-At", null).reads(200, "data", it -> it.getObject("box", "thing"));

    assertThat(object.headers().deleteAt()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ETag          |            | expected header ETag but found none
          ETag          | "9001"     | expected letters and digits in header ETag
          Last-Modified |            | expected header Last-Modified but found none
          X-Trans-Id    |            | expected header X-Trans-Id but found none
          X-Timestamp   |            | expected header X-Timestamp but found none
          X-Timestamp   | 2026-01-31 | expected seconds since 1970 in header X-Timestamp
          X-Delete-At   | tomorrow   | expected whole seconds since 1970 in header X-Delete-At
          X-Delete-At   | 17.5       | expected whole seconds since 1970 in header X-Delete-At
          """)
  void refusesAnObjectWithTheHeader(String name, String value, String reason) {
    objectWith(name, value)
        .refuses(200, "data", it -> it.getObject("box", "thing"), "GET /box/thing: " + reason);
  }

  private static ClientTrial<ObjectStoreClient> objectWith(String header, String value) {
    Map<String, String> headers = new TreeMap<>(OBJECT);
    headers.remove(header);
    if (value != null) {
      headers.put(header, value);
    }
    return CLIENT.with(headers);
  }

  @Test
  void findsWhatIsThereAndMissesWhatIsNot() {
    Optional<Instant> served = THERE.reads(200, "data", it -> it.findObject("box", "thing"));

    assertThat(served).isPresent();
    CLIENT.assertRead(404, "{}", it -> it.findObject("box", "thing")).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(ints = {203, 410})
  void takesNoOtherAnswerForAnObjectThatIsGone(int status) {
    CLIENT.refuses(
        status,
        "{}",
        it -> it.findObject("box", "thing"),
        "GET /box/thing: expected 200 or 404 but found " + status);
  }
}
