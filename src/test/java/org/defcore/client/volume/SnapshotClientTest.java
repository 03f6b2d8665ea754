package org.defcore.client.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.defcore.client.CannedService;
import org.defcore.client.FieldRule;
import org.defcore.client.Variation;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SnapshotClientTest {

  private static final String CREATED =
      """
      {"snapshot": {"id": "s1", "created_at": "2026-11-25T16:23:45.669253",
        "updated_at": "2026-11-25T16:23:46.000000", "name": "n", "description": "d",
        "volume_id": "v1", "status": "available", "size": 1, "metadata": {"a": "1"}}}
      """;

  private static final String SHOWN =
      CREATED.replace(
          "\"size\"",
          "\"os-extended-snapshot-attributes:progress\": \"100%\","
              + " \"os-extended-snapshot-attributes:project_id\": \"p1\", \"size\"");

  private static List<FieldRule> rules() {
    return FieldRule.table(
        """
        id          | REQUIRED | 1
        created_at  | REQUIRED | "now"
        updated_at  | NULLABLE | "now"
        name        | NULLABLE | 1
        description | NULLABLE | 1
        volume_id   | REQUIRED | 1
        status      | REQUIRED | 1
        size        | REQUIRED | "1"
        metadata    | REQUIRED | []
        """);
  }

  private static List<FieldRule> shownRules() {
    return FieldRule.table(
        """
        os-extended-snapshot-attributes:progress   | NULLABLE | 1
        os-extended-snapshot-attributes:project_id | NULLABLE | 1
        """);
  }

  @Test
  void createsReadsAndDeletes() throws IOException {
    try (CannedService create = CannedService.answering(202, CREATED);
        CannedService read = CannedService.answering(200, SHOWN);
        CannedService delete = CannedService.answering(202, "")) {
      assertThat(client(create).createSnapshot("v1", "n").id()).isEqualTo("s1");
      assertThat(client(read).getSnapshot("s/1")).hasToString("snapshot s1 in status available");
      client(delete).deleteSnapshot("s/1");

      assertThat(create.onlyRequest().line()).isEqualTo("POST /v3/p1/snapshots");
      assertThat(create.onlyRequest().body())
          .isEqualTo("{\"snapshot\":{\"volume_id\":\"v1\",\"name\":\"n\"}}");
      assertThat(read.onlyRequest().line()).isEqualTo("GET /v3/p1/snapshots/s%2F1");
      assertThat(delete.onlyRequest().line()).isEqualTo("DELETE /v3/p1/snapshots/s%2F1");
    }
  }

  @Test
  void refusesAnotherSuccessThanTheDocumentedOne() {
    refuses(200, CREATED, it -> it.createSnapshot("v1", "n"), "expected 202 but found 200");
    refuses(202, SHOWN, it -> it.getSnapshot("s1"), "expected 200 but found 202");
    refuses(200, "", SnapshotClientTest::deleted, "expected 202 but found 200");
    refuses(202, "{}", SnapshotClientTest::deleted, "expected no body with 202 but found 2 bytes");
  }

  private static String deleted(SnapshotClient client) {
    client.deleteSnapshot("s1");
    return "deleted";
  }

  @Test
  void knowsARuleForEveryField() {
    assertThat(rules()).hasSameSizeAs(CreatedSnapshot.class.getRecordComponents());
    assertThat(rules().size() + shownRules().size())
        .isEqualTo(VolumeSnapshot.class.getRecordComponents().length);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holdsASnapshotToTheRuleOf(FieldRule rule) throws JsonProcessingException {
    rule.check(
        CREATED,
        "/snapshot",
        "POST /snapshots",
        body -> given(202, body, it -> it.createSnapshot("v1", "n")));
    rule.check(
        SHOWN,
        "/snapshot",
        "GET /snapshots/s1",
        body -> given(200, body, it -> it.getSnapshot("s1")));
  }

  @ParameterizedTest
  @MethodSource("shownRules")
  void holdsAShownSnapshotToTheRuleOf(FieldRule rule) throws JsonProcessingException {
    rule.check(
        SHOWN,
        "/snapshot",
        "GET /snapshots/s1",
        body -> given(200, body, it -> it.getSnapshot("s1")));
  }

  @ParameterizedTest
  @CsvSource({
    "/snapshot/user_id,extra",
    "/more,extra",
    "/snapshot/os-extended-snapshot-attributes:progress,100%"
  })
  void refusesMoreInACreatedSnapshotThanTheContractHas(String pointer, String value)
      throws JsonProcessingException {
    String body = Variation.of(CREATED, pointer, "\"" + value + "\"");

    refuses(
        202,
        body,
        it -> it.createSnapshot("v1", "n"),
        pointer.substring(pointer.lastIndexOf('/') + 1));
  }

  @Test
  void refusesMoreInAShownSnapshotThanTheContractHas() throws JsonProcessingException {
    refuses(
        200,
        Variation.of(SHOWN, "/snapshot/user_id", "\"u1\""),
        it -> it.getSnapshot("s1"),
        "user_id");
  }

  private static <T> T given(int status, String body, Function<SnapshotClient, T> call)
      throws IOException {
    try (CannedService service = CannedService.answering(status, body)) {
      return call.apply(client(service));
    }
  }

  private static void refuses(
      int status, String body, Function<SnapshotClient, ?> call, String reason) {
    assertThatThrownBy(() -> given(status, body, call))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageContaining(reason);
  }

  private static SnapshotClient client(CannedService service) {
    return new SnapshotClient(service.endpoint("/v3/p1"));
  }
}
