package org.defcore.client.compute;

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

class KeyPairCallsTest {

  private static final String CREATED =
      """
      {"keypair": {"name": "k", "public_key": "cert", "fingerprint": "55:8a", "user_id": "u1",
        "type": "x509", "private_key": "the-private-half"}}
      """;

  private static final String READ =
      """
      {"keypair": {"name": "k", "public_key": "cert", "fingerprint": "55:8a", "user_id": "u1",
        "created_at": "2026-11-22T15:19:39.000000", "deleted": false, "deleted_at": null, "id": 1,
        "updated_at": null, "type": "x509"}}
      """;

  private static final String LISTED =
      """
      {"keypairs": [{"keypair": {"name": "k", "public_key": "cert", "fingerprint": "55:8a",
        "type": "x509"}}]}
      """;

  @Test
  void createsAtTheMicroversionThatHasTypes() throws IOException {
    try (CannedService service = at("2.2", 201, CREATED)) {
      CreatedKeyPair created = client(service).createKeyPair("k", "x509");

      assertThat(created.type()).isEqualTo("x509");
      assertThat(created.privateKey()).contains("the-private-half");
      assertThat(service.onlyRequest().line()).isEqualTo("POST /v2.1/os-keypairs");
      assertThat(service.onlyRequest().body())
          .isEqualTo("{\"keypair\":{\"name\":\"k\",\"type\":\"x509\"}}");
      assertThat(service.onlyRequest().headers())
          .containsEntry("openstack-api-version", "compute 2.2")
          .containsEntry("x-openstack-nova-api-version", "2.2");
    }
  }

  @Test
  void doesNotTellThePrivateKey() throws IOException {
    try (CannedService service = at("2.2", 201, CREATED)) {
      assertThat(client(service).createKeyPair("k", "x509"))
          .hasToString("CreatedKeyPair[k, x509, 55:8a]");
    }
  }

  @Test
  void refusesAnAnswerAtAnotherMicroversion() throws IOException {
    try (CannedService service = at("2.1", 201, CREATED)) {
      assertThatThrownBy(() -> client(service).createKeyPair("k", "x509"))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining("POST /os-keypairs: expected X-OpenStack-Nova-API-Version \"2.2\"")
          .hasMessageContaining("but found \"2.1\"");
    }
  }

  @Test
  void refusesAnAnswerThatTellsNoMicroversion() throws IOException {
    try (CannedService service = CannedService.answering(201, CREATED)) {
      assertThatThrownBy(() -> client(service).createKeyPair("k", "x509"))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining("X-OpenStack-Nova-API-Version");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /keypair/type    | absent | type
          /keypair/user_id | absent | user_id
          /keypair/private_key | null | private_key
          /keypair/id      | 1      | id
          """)
  void refusesACreationThatDiffersIn(String pointer, String value, String reason)
      throws IOException {
    String body = Variation.of(CREATED, pointer, value);
    refuses(201, body, it -> it.createKeyPair("k", "x509"), reason);
  }

  @Test
  void takesAPairOfTheUsersOwn() throws IOException {
    try (CannedService service =
        at("2.2", 201, Variation.of(CREATED, "/keypair/private_key", "absent"))) {
      assertThat(client(service).createKeyPair("k", "x509").privateKey()).isEmpty();
    }
  }

  @Test
  void readsAndListsPairs() throws IOException {
    try (CannedService one = at("2.2", 200, READ);
        CannedService all = at("2.2", 200, LISTED)) {
      assertThat(client(one).getKeyPair("k").id()).isEqualTo(1);
      assertThat(client(all).listKeyPairs())
          .containsExactly(new ListedKeyPair("cert", "k", "55:8a", "x509"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /keypair/deleted    | absent  | deleted
          /keypair/id         | "1"     | id
          /keypair/updated_at | absent  | updated_at
          /keypair/updated_at | "soon"  | expected an ISO 8601 time but found "soon"
          /keypair/created_at | 7       | created_at
          /keypair/private_key | "p"    | private_key
          """)
  void refusesAPairThatDiffersIn(String pointer, String value, String reason) throws IOException {
    refuses(200, Variation.of(READ, pointer, value), it -> it.getKeyPair("k"), reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /keypairs_links             | []     | keypairs_links
          /keypairs/0/extra           | 1      | extra
          /keypairs/0/keypair/type    | absent | type
          /keypairs/0/keypair/user_id | "u1"   | user_id
          """)
  void refusesAListThatDiffersIn(String pointer, String value, String reason) throws IOException {
    refuses(200, Variation.of(LISTED, pointer, value), ComputeClient::listKeyPairs, reason);
  }

  private static void refuses(
      int status, String body, Function<ComputeClient, ?> call, String reason) throws IOException {
    try (CannedService service = at("2.2", status, body)) {
      assertThatThrownBy(() -> call.apply(client(service)))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining(reason);
    }
  }

  private static CannedService at(String microversion, int status, String body) throws IOException {
    return CannedService.answering(
        status, body, Map.of("X-OpenStack-Nova-API-Version", microversion));
  }

  private static ComputeClient client(CannedService service) {
    return new ComputeClient(service.endpoint("/v2.1"));
  }
}
