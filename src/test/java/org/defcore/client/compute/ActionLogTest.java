package org.defcore.client.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import org.defcore.client.CannedService;
import org.defcore.client.FieldRule;
import org.defcore.client.Variation;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls on the action log of a server. */
class ActionLogTest {

  private static final String FIELDS =
      """
      "action": "create", "request_id": "req-1", "user_id": "u1", "project_id": "p1",
      "start_time": "2026-11-22T15:19:30.000000", "message": null, "instance_uuid": "s1\"""";

  private static final String LIST = "{\"instanceActions\": [{%s}]}".formatted(FIELDS);

  private static final String ONE =
      """
      {"instanceAction": {%s, "events": [
        {"event": "compute__do_build_and_run_instance", "start_time": "2026-11-22T15:19:31.000000",
         "finish_time": null, "result": null, "traceback": null}]}}
      """
          .formatted(FIELDS);

  private static final String COMMON_RULES =
      """
      action        | REQUIRED | 1
      request_id    | REQUIRED | 1
      user_id       | REQUIRED | 1
      project_id    | REQUIRED | 1
      start_time    | REQUIRED | "now"
      message       | NULLABLE | 1
      instance_uuid | REQUIRED | 1
      """;

  private static List<FieldRule> rules() {
    return FieldRule.table(COMMON_RULES + "events | OPTIONAL | {}");
  }

  private static List<FieldRule> eventRules() {
    return FieldRule.table(
        """
        event       | REQUIRED | 1
        start_time  | REQUIRED | "now"
        finish_time | NULLABLE | "now"
        result      | NULLABLE | 1
        traceback   | EITHER   | 1
        """);
  }

  private static List<FieldRule> listedRules() {
    return FieldRule.table(COMMON_RULES);
  }

  @Test
  void knowARuleForEveryField() throws JsonProcessingException {
    assertThat(rules())
        .extracting(FieldRule::field)
        .containsExactlyInAnyOrderElementsOf(FieldRule.fields(ONE, "/instanceAction"))
        .hasSameSizeAs(DetailedInstanceAction.class.getRecordComponents());
    assertThat(eventRules())
        .extracting(FieldRule::field)
        .containsExactlyInAnyOrderElementsOf(FieldRule.fields(ONE, "/instanceAction/events/0"))
        .hasSameSizeAs(DetailedInstanceAction.Event.class.getRecordComponents());
    assertThat(listedRules()).hasSameSizeAs(InstanceAction.class.getRecordComponents());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holdsAnEntryToTheRuleOf(FieldRule rule) throws JsonProcessingException {
    rule.check(
        ONE, "/instanceAction", "GET /servers/s1/os-instance-actions/req-1", ActionLogTest::read);
  }

  @ParameterizedTest
  @MethodSource("eventRules")
  void holdsAStepToTheRuleOf(FieldRule rule) throws JsonProcessingException {
    rule.check(
        ONE,
        "/instanceAction/events/0",
        "GET /servers/s1/os-instance-actions/req-1",
        ActionLogTest::read);
  }

  @ParameterizedTest
  @MethodSource("listedRules")
  void holdsAnEntryOfTheListToTheRuleOf(FieldRule rule) throws JsonProcessingException {
    rule.check(
        LIST, "/instanceActions/0", "GET /servers/s1/os-instance-actions", ActionLogTest::list);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra                         | 1      | extra
          /instanceAction/extra          | 1      | extra
          /instanceAction/updated_at     | null   | updated_at
          /instanceAction/events/0/host  | "h"    | host
          """)
  void refusesAnEntryThatDiffersIn(String pointer, String value, String reason)
      throws JsonProcessingException {
    String body = Variation.of(ONE, pointer, value);

    assertThatThrownBy(() -> read(body))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra                    | 1      | extra
          /instanceActions          | absent | instanceActions
          /instanceActions/0/events | []     | events
          """)
  void refusesAListThatDiffersIn(String pointer, String value, String reason)
      throws JsonProcessingException {
    String body = Variation.of(LIST, pointer, value);

    assertThatThrownBy(() -> list(body))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageContaining(reason);
  }

  private static void read(String body) throws IOException {
    try (CannedService service = CannedService.answering(200, body)) {
      assertThat(client(service).getAction("s1", "req-1").requestId()).isEqualTo("req-1");
      assertThat(service.onlyRequest().line())
          .isEqualTo("GET /v2.1/servers/s1/os-instance-actions/req-1");
    }
  }

  private static void list(String body) throws IOException {
    try (CannedService service = CannedService.answering(200, body)) {
      assertThat(client(service).listActions("s1"))
          .extracting(InstanceAction::action)
          .containsExactly("create");
      assertThat(service.onlyRequest().line())
          .isEqualTo("GET /v2.1/servers/s1/os-instance-actions");
    }
  }

  private static ServerClient client(CannedService service) {
    return new ServerClient(service.endpoint("/v2.1"));
  }
}
