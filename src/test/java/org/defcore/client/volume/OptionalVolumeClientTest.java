package org.defcore.client.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.defcore.client.CannedService;
import org.defcore.client.volume.NewVolume.Kind;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OptionalVolumeClientTest {

  private static final NewVolume COPY = NewVolume.of("n", 2).from(Kind.VOLUME, "v0");
  private static final Map<String, String> ID = Map.of("x-openstack-request-id", "req-1");
  private static final String UPLOAD =
      "{\"os-volume_upload_image\": {\"image_id\": \"i1\", \"size\": 1}, \"more\": 1}";

  @ParameterizedTest
  @CsvSource({"VOLUME,source_volid", "IMAGE,imageRef", "SNAPSHOT,snapshot_id"})
  void asksForAVolumeOfSomething(Kind kind, String field) throws IOException {
    NewVolume wanted = NewVolume.of("n", 2).with(Map.of("a", "b")).from(kind, "x1");

    try (CannedService service = CannedService.answering(202, VolumeCallsTest.VOLUME)) {
      assertThat(client(service).createVolume(wanted)).map(Volume::id).contains("v1");

      assertThat(service.onlyRequest().line()).isEqualTo("POST /v3/p1/volumes");
      assertThat(service.onlyRequest().body())
          .isEqualTo(
              "{\"volume\":{\"size\":2,\"name\":\"n\",\"metadata\":{\"a\":\"b\"},\"%s\":\"x1\"}}"
                  .formatted(field));
    }
  }

  @Test
  void asksForAnImageAndTellsItsIdAndTheRequest() throws IOException {
    try (CannedService service = CannedService.answering(202, UPLOAD, ID)) {
      assertThat(client(service).uploadImage("v/1", "n", "raw"))
          .contains(new AcceptedUpload("i1", "req-1"));

      assertThat(service.onlyRequest().line()).isEqualTo("POST /v3/p1/volumes/v%2F1/action");
      assertThat(service.onlyRequest().body())
          .isEqualTo("{\"os-volume_upload_image\":{\"image_name\":\"n\",\"disk_format\":\"raw\"}}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"os-volume_upload_image": {"size": 1}}
          {"os-volume_upload_image": {"image_id": null}}
          {"os-volume_upload_image": {"image_id": 1}}
          {}
          """)
  void takesNoImageWithoutAnId(String body) throws IOException {
    try (CannedService service = CannedService.answering(202, body, ID)) {
      assertThatThrownBy(() -> client(service).uploadImage("v1", "n", "raw"))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageStartingWith("POST /volumes/v1/action: ");
    }
  }

  @Test
  void demandsTheIdOfAnAcceptedUpload() throws IOException {
    try (CannedService service = CannedService.answering(202, UPLOAD)) {
      assertThatThrownBy(() -> client(service).uploadImage("v1", "n", "raw"))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining("expected header x-openstack-request-id but found none");
    }
  }

  @ParameterizedTest
  @MethodSource("documented")
  void givesNothingIfRefusedAsDocumented(
      int status, Function<OptionalVolumeClient, Optional<?>> call) throws IOException {
    try (CannedService service = CannedService.answering(status, fault(status))) {
      assertThat(call.apply(client(service))).isEmpty();
    }
  }

  static Stream<Arguments> documented() {
    return calls().flatMap(it -> Stream.of(400, 403, 409, 501).map(to -> Arguments.of(to, it)));
  }

  @ParameterizedTest
  @MethodSource("undocumented")
  void takesNoOtherRefusal(int status, Function<OptionalVolumeClient, Optional<?>> call)
      throws IOException {
    try (CannedService service = CannedService.answering(status, fault(status))) {
      assertThatThrownBy(() -> call.apply(client(service)))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageMatching(
              "POST /volumes\\S*: expected 202 or 400 or 403 or 409 or 501 but found " + status);
    }
  }

  static Stream<Arguments> undocumented() {
    return calls()
        .flatMap(
            it -> Stream.of(200, 401, 404, 413, 422, 500, 503).map(to -> Arguments.of(to, it)));
  }

  @Test
  void takesNoRefusalWithoutAFault() throws IOException {
    try (CannedService service = CannedService.answering(400, "{\"message\": \"No.\"}")) {
      assertThatThrownBy(() -> client(service).createVolume(COPY))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessage(
              "POST /volumes: expected a fault with the code 400 and a message but found another"
                  + " body");
    }
  }

  private static Stream<Named<Function<OptionalVolumeClient, Optional<?>>>> calls() {
    return Stream.of(
        Named.of("volume", it -> it.createVolume(COPY)),
        Named.of("image", it -> it.uploadImage("v1", "n", "raw")));
  }

  private static String fault(int status) {
    return "{\"fault\": {\"code\": %d, \"message\": \"No.\"}}".formatted(status);
  }

  private static OptionalVolumeClient client(CannedService service) {
    return new OptionalVolumeClient(service.endpoint("/v3/p1"));
  }
}
