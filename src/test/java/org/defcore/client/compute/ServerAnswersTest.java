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

/** Servers in the answers to their creation, update and rebuild. */
class ServerAnswersTest {

  private static final Map<String, String> REQUEST_ID = Map.of("x-openstack-request-id", "req-1");

  private static List<FieldRule> createdRules() {
    return FieldRule.table(
        """
        id                | REQUIRED | 1
        links             | REQUIRED | {}
        adminPass         | OPTIONAL | {}
        security_groups   | OPTIONAL | {}
        OS-DCF:diskConfig | OPTIONAL | 1
        """);
  }

  private static List<FieldRule> updatedRules() {
    return FieldRule.table(ServerBodies.COMMON_RULES);
  }

  private static List<FieldRule> rebuiltRules() {
    return FieldRule.table(ServerBodies.COMMON_RULES + "adminPass | OPTIONAL | {}");
  }

  @Test
  void knowARuleForEveryFieldThatTheyCanHave() throws JsonProcessingException {
    assertThat(createdRules())
        .extracting(FieldRule::field)
        .containsExactlyInAnyOrderElementsOf(FieldRule.fields(ServerBodies.CREATED, "/server"))
        .hasSameSizeAs(CreatedServer.class.getRecordComponents());
    assertThat(updatedRules())
        .extracting(FieldRule::field)
        .containsExactlyInAnyOrderElementsOf(FieldRule.fields(ServerBodies.UPDATED, "/server"))
        .hasSameSizeAs(UpdatedServer.class.getRecordComponents());
    assertThat(rebuiltRules())
        .extracting(FieldRule::field)
        .containsExactlyInAnyOrderElementsOf(FieldRule.fields(ServerBodies.REBUILT, "/server"))
        .hasSameSizeAs(RebuiltServer.class.getRecordComponents());
  }

  @ParameterizedTest
  @MethodSource("createdRules")
  void creationKeepsToTheRuleOf(FieldRule rule) throws JsonProcessingException {
    rule.check(ServerBodies.CREATED, "/server", "POST /servers", ServerAnswersTest::created);
  }

  @ParameterizedTest
  @MethodSource("updatedRules")
  void updateKeepsToTheRuleOf(FieldRule rule) throws JsonProcessingException {
    rule.check(ServerBodies.UPDATED, "/server", "PUT /servers/s1", ServerAnswersTest::updated);
  }

  @ParameterizedTest
  @MethodSource("rebuiltRules")
  void rebuildKeepsToTheRuleOf(FieldRule rule) throws JsonProcessingException {
    rule.check(
        ServerBodies.REBUILT, "/server", "POST /servers/s1/action", ServerAnswersTest::rebuilt);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra               | 1      | extra
          /server/extra        | 1      | extra
          /server/name         | "web"  | name
          /server/links/0/href | absent | href
          """)
  void creationIsRefusedThatDiffersIn(String pointer, String value, String reason)
      throws JsonProcessingException {
    String body = Variation.of(ServerBodies.CREATED, pointer, value);

    assertThatThrownBy(() -> created(body))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra                             | 1          | extra
          /server/key_name                   | "k"        | key_name
          /server/OS-EXT-STS:task_state      | null       | task_state
          /server/image                      | true       | image: expected an object, a text or null
          /server/image/links                | absent     | links
          /server/metadata/a                 | true       | a
          /server/accessIPv4                 | "fd00::7"  | accessIPv4: expected an IPv4 address
          /server/accessIPv6                 | "10.0.0.7" | accessIPv6: expected an IPv6 address
          /server/addresses/shared/0/version | 6          | version: expected 4 for 10.0.0.7 but found 6
          /server/addresses/shared/1/version | 4          | version: expected 6 for fd00::7 but found 4
          /server/addresses/shared/0/OS-EXT-IPS:type | "fixed" | OS-EXT-IPS:type
          """)
  void updateAndRebuildAreRefusedThatDifferIn(String pointer, String value, String reason)
      throws JsonProcessingException {
    String updated = Variation.of(ServerBodies.UPDATED, pointer, value);
    String rebuilt = Variation.of(ServerBodies.REBUILT, pointer, value);

    assertThatThrownBy(() -> updated(updated))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageContaining(reason);
    assertThatThrownBy(() -> rebuilt(rebuilt))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageContaining(reason);
  }

  @Test
  void updateTellsNoPassword() throws JsonProcessingException {
    String body = Variation.of(ServerBodies.UPDATED, "/server/adminPass", "\"the-password\"");

    assertThatThrownBy(() -> updated(body))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageContaining("adminPass")
        .hasMessageNotContaining("the-password");
  }

  @Test
  void passwordsAreReadButNotShown() throws IOException {
    ServerCreation creation = created(ServerBodies.CREATED);
    RebuiltServer rebuilt = rebuilt(ServerBodies.REBUILT);

    assertThat(creation.server().adminPass()).contains("the-first-password");
    assertThat(rebuilt.adminPass()).contains("the-new-password");
    assertThat(creation.toString()).contains("server s1").doesNotContain("the-first-password");
    assertThat(rebuilt).hasToString("server s1 in status ACTIVE");
  }

  @Test
  void rebuiltServerOnAVolumeHasNoImage() throws IOException {
    assertThat(rebuilt(ServerBodies.REBUILT).imageId()).contains("i1");
    assertThat(rebuilt(Variation.of(ServerBodies.REBUILT, "/server/image", "\"\"")).imageId())
        .isEmpty();
  }

  @Test
  void creationHasToBearTheIdOfItsRequest() throws IOException {
    try (CannedService service = CannedService.answering(202, ServerBodies.CREATED)) {
      assertThatThrownBy(() -> client(service).createServer(NewServer.of("web", "i1", "1")))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessage("POST /servers: expected header x-openstack-request-id but found none");
    }
  }

  private static ServerCreation created(String body) throws IOException {
    try (CannedService service = CannedService.answering(202, body, REQUEST_ID)) {
      return client(service).createServer(NewServer.of("web", "i1", "1"));
    }
  }

  private static UpdatedServer updated(String body) throws IOException {
    try (CannedService service = CannedService.answering(200, body)) {
      return client(service).updateServer("s1", Map.of("name", "web"));
    }
  }

  private static RebuiltServer rebuilt(String body) throws IOException {
    try (CannedService service = CannedService.answering(202, body)) {
      return client(service).rebuildServer("s1", Rebuild.from("i1"));
    }
  }

  private static ServerClient client(CannedService service) {
    return new ServerClient(service.endpoint("/v2.1"));
  }
}
