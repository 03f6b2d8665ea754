package org.defcore.client.compute;

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

/** Key pairs at 2.1, which have no type. */
class PlainKeyPairCallsTest {

  private static final String CREATED =
      """
      {"keypair": {"name": "k", "public_key": "ssh-rsa", "fingerprint": "55:8a", "user_id": "u1",
        "private_key": "the-private-half"}}
      """;

  private static final String LISTED =
      """
      {"keypairs": [{"keypair": {"name": "k", "public_key": "ssh-rsa", "fingerprint": "55:8a"}}]}
      """;

  private static List<FieldRule> rules() {
    return FieldRule.table(
        """
        name        | REQUIRED | 1
        public_key  | REQUIRED | 1
        fingerprint | REQUIRED | 1
        user_id     | REQUIRED | 1
        private_key | OPTIONAL | {}
        """);
  }

  @Test
  void createsWithoutNamingAMicroversion() throws IOException {
    try (CannedService service = CannedService.answering(200, CREATED)) {
      PlainKeyPair created = client(service).createPlainKeyPair("k");

      assertThat(created.privateKey()).contains("the-private-half");
      assertThat(created).hasToString("PlainKeyPair[k, 55:8a]");
      assertThat(service.onlyRequest().line()).isEqualTo("POST /v2.1/os-keypairs");
      assertThat(service.onlyRequest().body()).isEqualTo("{\"keypair\":{\"name\":\"k\"}}");
      assertThat(service.onlyRequest().headers())
          .doesNotContainKeys("openstack-api-version", "x-openstack-nova-api-version");
    }
  }

  @Test
  void lists() throws IOException {
    try (CannedService service = CannedService.answering(200, LISTED)) {
      assertThat(client(service).listPlainKeyPairs())
          .containsExactly(new ListedPlainKeyPair("ssh-rsa", "k", "55:8a"));

      assertThat(service.onlyRequest().line()).isEqualTo("GET /v2.1/os-keypairs");
    }
  }

  @Test
  void refusesAnotherSuccessThanTheDocumentedOne() {
    refuses(201, CREATED, it -> it.createPlainKeyPair("k"), "expected 200 but found 201");
    refuses(203, LISTED, ComputeClient::listPlainKeyPairs, "expected 200 but found 203");
  }

  @Test
  void knowsARuleForEveryField() throws JsonProcessingException {
    assertThat(rules())
        .extracting(FieldRule::field)
        .containsExactlyInAnyOrderElementsOf(FieldRule.fields(CREATED, "/keypair"))
        .hasSameSizeAs(PlainKeyPair.class.getRecordComponents());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holdsAPairToTheRuleOf(FieldRule rule) throws JsonProcessingException {
    rule.check(
        CREATED,
        "/keypair",
        "POST /os-keypairs",
        body -> given(200, body, it -> it.createPlainKeyPair("k")));
  }

  @Test
  void refusesAPairThatHasAType() throws JsonProcessingException {
    String body = Variation.of(CREATED, "/keypair/type", "\"ssh\"");

    refuses(200, body, it -> it.createPlainKeyPair("k"), "type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra                          | 1      | extra
          /keypairs                       | absent | keypairs
          /keypairs_links                 | []     | keypairs_links
          /keypairs/0/keypair             | absent | keypair
          /keypairs/0/extra               | 1      | extra
          /keypairs/0/keypair/name        | absent | name
          /keypairs/0/keypair/public_key  | null   | public_key
          /keypairs/0/keypair/fingerprint | 1      | fingerprint
          /keypairs/0/keypair/type        | "ssh"  | type
          """)
  void refusesAListThatDiffersIn(String pointer, String value, String reason)
      throws JsonProcessingException {
    refuses(200, Variation.of(LISTED, pointer, value), ComputeClient::listPlainKeyPairs, reason);
  }

  private static <T> T given(int status, String body, Function<ComputeClient, T> call)
      throws IOException {
    try (CannedService service = CannedService.answering(status, body)) {
      return call.apply(client(service));
    }
  }

  private static void refuses(
      int status, String body, Function<ComputeClient, ?> call, String reason) {
    assertThatThrownBy(() -> given(status, body, call))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageContaining(reason);
  }

  private static ComputeClient client(CannedService service) {
    return new ComputeClient(service.endpoint("/v2.1"));
  }
}
