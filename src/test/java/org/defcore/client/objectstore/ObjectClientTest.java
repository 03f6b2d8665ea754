package org.defcore.client.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.defcore.client.CannedService;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectClientTest {

  private static final Map<String, String> OBJECT =
      Map.of(
          "ETag", "900150983cd24fb0d6963f7d28e17f72",
          "Last-Modified", "Sat, 31 Jan 2026 12:00:01 GMT",
          "X-Timestamp", "1769860800.12345",
          "X-Trans-Id", "tx1",
          "X-Delete-At", "1769860810");

  @Test
  void createsAContainerAndTellsWhenByTheCloudsClock() throws IOException {
    try (CannedService service = CannedService.answering(201, "")) {
      Instant answered = client(service).createContainer("a box");

      assertThat(service.onlyRequest().line()).isEqualTo("PUT /v1/AUTH_p/a%20box");
      assertThat(answered).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }
  }

  @Test
  void createsAnObject() throws IOException {
    try (CannedService service = CannedService.answering(201, "")) {
      client(service).createObject("box", "a/b", "data".getBytes(StandardCharsets.UTF_8));

      assertThat(service.onlyRequest().line()).isEqualTo("PUT /v1/AUTH_p/box/a%2Fb");
      assertThat(service.onlyRequest().body()).isEqualTo("data");
      assertThat(service.onlyRequest().headers())
          .containsEntry("content-type", "application/octet-stream");
    }
  }

  @Test
  void asksForAnObjectToExpire() throws IOException {
    try (CannedService service = CannedService.answering(202, "")) {
      client(service).expireObject("box", "thing", Duration.ofMinutes(2));

      assertThat(service.onlyRequest().line()).isEqualTo("POST /v1/AUTH_p/box/thing");
      assertThat(service.onlyRequest().headers()).containsEntry("x-delete-after", "120");
    }
  }

  @Test
  void readsAnObjectFromItsNewestReplica() throws IOException {
    try (CannedService service = CannedService.answering(200, "data", OBJECT)) {
      StoredObject object = client(service).getObject("box", "thing");

      assertThat(object.data()).isEqualTo("data".getBytes(StandardCharsets.UTF_8));
      assertThat(object.headers().deleteAt()).contains(Instant.ofEpochSecond(1769860810L));
      assertThat(object.headers().etag()).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
      assertThat(service.onlyRequest().line()).isEqualTo("GET /v1/AUTH_p/box/thing");
      assertThat(service.onlyRequest().headers()).containsEntry("x-newest", "true");
    }
  }

  @Test
  void readsNoDateOfAnObjectThatIsToStay() throws IOException {
    Map<String, String> headers = new TreeMap<>(OBJECT);
    headers.remove("X-Delete-At");
    try (CannedService service = CannedService.answering(200, "data", headers)) {
      assertThat(client(service).getObject("box", "thing").headers().deleteAt()).isEmpty();
    }
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
  void refusesAnObjectWithTheHeader(String name, String value, String reason) throws IOException {
    Map<String, String> headers = new TreeMap<>(OBJECT);
    if (value == null) {
      headers.remove(name);
    } else {
      headers.put(name, value);
    }
    try (CannedService service = CannedService.answering(200, "data", headers)) {
      assertThatThrownBy(() -> client(service).getObject("box", "thing"))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining("GET /box/thing")
          .hasMessageContaining(reason);
    }
  }

  @Test
  void findsWhatIsThereAndMissesWhatIsNot() throws IOException {
    try (CannedService service = CannedService.answering(200, "data", OBJECT)) {
      assertThat(client(service).findObject("box", "thing")).isPresent();
    }
    try (CannedService service = CannedService.answering(404, "{}")) {
      assertThat(client(service).findObject("box", "thing")).isEmpty();
    }
    try (CannedService service = CannedService.answering(410, "{}")) {
      assertThatThrownBy(() -> client(service).findObject("box", "thing"))
          .hasMessageContaining("GET /box/thing: expected 200 or 404 but found 410");
    }
  }

  private static ObjectClient client(CannedService service) {
    return new ObjectClient(service.endpoint("/v1/AUTH_p"));
  }
}
