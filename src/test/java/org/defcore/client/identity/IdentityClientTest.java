package org.defcore.client.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.CannedService;
import org.defcore.client.Variation;
import org.defcore.clouds.Credentials;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityClientTest {

  private static final Credentials CREDENTIALS =
      new Credentials(
          Credentials.Method.PASSWORD,
          Optional.empty(),
          Optional.of("ann"),
          Optional.empty(),
          Optional.of("Default"),
          Optional.empty(),
          Optional.of("p"),
          Optional.empty(),
          Optional.of("Default"),
          Optional.empty(),
          Optional.empty(),
          "open-sesame");

  private static final PasswordLogin BY_ID = PasswordLogin.byId("u1", CREDENTIALS);

  private static final String VERSION =
      """
      {"version": {"id": "v3.14", "status": "stable", "updated": "2020-04-07T00:00:00Z",
        "links": [{"rel": "self", "href": "http://k/v3/"}],
        "media-types": [{"base": "application/json", "type": "application/x"}]}}
      """;

  private static final String TOKEN =
      """
      {"token": {"methods": ["password"], "user": {"id": "u1", "name": "ann", "extra": {}},
        "issued_at": "2026-11-22T15:00:00.000000Z", "expires_at": "2026-11-22T16:00:00.000000Z",
        "project": {"id": "p1", "name": "p", "domain": {"id": "default"}},
        "roles": [{"id": "r1", "name": "member"}, {"id": "r2", "name": "reader"}],
        "audit_ids": ["a"]}}
      """;

  private static final Map<String, String> SUBJECT = Map.of("X-Subject-Token", "the-token");

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/v3", "/v3/", "/v2.0"})
  void readsTheVersionFromV3WhateverTheCatalogueSays(String path) throws IOException {
    try (CannedService service = CannedService.answering(200, VERSION)) {
      IdentityApiVersion version = new IdentityClient(service.endpoint("/identity" + path)).getVersion();

      assertThat(version.status()).contains("stable");
      assertThat(version.mediaTypes())
          .contains(List.of(new MediaType("application/json", "application/x")));
      assertThat(service.onlyRequest().line()).isEqualTo("GET /identity/v3");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "links", "media-types", "status", "updated"})
  void leavesItToTheClaimWhichFieldsOfTheVersionHaveToBeThere(String field) throws IOException {
    String body = Variation.of(VERSION, "/version/" + field, "absent");
    try (CannedService service = CannedService.answering(200, body)) {
      IdentityApiVersion version = client(service).getVersion();

      assertThat(
              List.of(
                  version.id(),
                  version.links(),
                  version.mediaTypes(),
                  version.status(),
                  version.updated()))
          .filteredOn(Optional::isEmpty)
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "type"})
  void refusesAMediaTypeWithout(String field) throws IOException {
    String body = Variation.of(VERSION, "/version/media-types/0/" + field, "absent");
    try (CannedService service = CannedService.answering(200, body)) {
      assertThatThrownBy(() -> client(service).getVersion())
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining(field);
    }
  }

  @Test
  void listsTheCatalogueAndTheProjects() throws IOException {
    String catalogue =
        "{\"catalog\": [{\"type\": \"identity\", \"endpoints\": []}], \"links\": {}}";
    String projects =
        "{\"projects\": [{\"id\": \"p1\", \"name\": \"p\", \"domain_id\": \"d\", \"tags\": []}]}";
    try (CannedService one = CannedService.answering(200, catalogue);
        CannedService other = CannedService.answering(200, projects)) {
      assertThat(client(one).listCatalogue()).containsExactly(new CatalogueService("identity"));
      assertThat(client(other).listProjects("u1")).containsExactly(new UserProject("p1", "p", "d"));
      assertThat(one.onlyRequest().line()).isEqualTo("GET /v3/auth/catalog");
      assertThat(other.onlyRequest().line()).isEqualTo("GET /v3/users/u1/projects");
    }
  }

  @Test
  void refusesACatalogueEntryWithoutType() throws IOException {
    try (CannedService service =
        CannedService.answering(200, "{\"catalog\": [{\"name\": \"k\"}]}")) {
      assertThatThrownBy(() -> client(service).listCatalogue())
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining("type");
    }
  }

  @Test
  void logsInWithoutAToken() throws IOException {
    try (CannedService service = CannedService.answering(201, TOKEN, SUBJECT)) {
      IssuedToken issued = client(service).issueToken(BY_ID);

      assertThat(issued.id()).isEqualTo("the-token");
      assertThat(issued.token().details().lifetime())
          .hasValueSatisfying(it -> assertThat(it).hasHours(1));
      assertThat(issued.token().details().project()).contains(new TokenProject("p1", "p"));
      assertThat(service.onlyRequest().line()).isEqualTo("POST /v3/auth/tokens");
      assertThat(service.onlyRequest().headers()).doesNotContainKey("x-auth-token");
    }
  }

  @Test
  void doesNotTellTheTokenOrThePassword() throws IOException {
    try (CannedService service = CannedService.answering(201, TOKEN, SUBJECT)) {
      assertThat(client(service).issueToken(BY_ID).toString()).doesNotContain("the-token");
      assertThat(BY_ID).hasToString("PasswordLogin");
    }
  }

  @Test
  void refusesAnIssueWithoutTheHeaderThatIsTheToken() throws IOException {
    try (CannedService service = CannedService.answering(201, TOKEN)) {
      assertThatThrownBy(() -> client(service).issueToken(BY_ID))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining("X-Subject-Token");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /token/user       | absent  | user
          /token/user/id    | absent  | id
          /token/expires_at | "later" | expected an ISO 8601 time but found "later"
          """)
  void refusesATokenThatDiffersIn(String pointer, String value, String reason) throws IOException {
    try (CannedService service =
        CannedService.answering(200, Variation.of(TOKEN, pointer, value))) {
      assertThatThrownBy(() -> client(service).getToken("t"))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining(reason);
    }
  }

  @Test
  void comparesTokensByAllTheirFieldsAndRolesInAnyOrder() throws IOException {
    String otherOrder =
        Variation.of(
            TOKEN,
            "/token/roles",
            "[{\"id\": \"r2\", \"name\": \"reader\"}, {\"id\": \"r1\", \"name\": \"member\"}]");
    String otherDepth = Variation.of(TOKEN, "/token/project/domain/id", "\"other\"");

    assertThat(read(otherOrder)).isEqualTo(read(TOKEN));
    assertThat(read(otherDepth).contents()).isNotEqualTo(read(TOKEN).contents());
    assertThat(read(Variation.of(TOKEN, "/token/roles", "absent")).roles()).isEmpty();
  }

  @Test
  void asksAboutATokenInItsOwnHeader() throws IOException {
    try (CannedService probe = CannedService.answering(200, "");
        CannedService revocation = CannedService.answering(204, "")) {
      client(probe).checkToken("the-token");
      client(revocation).revokeToken("the-token");

      assertThat(probe.onlyRequest().line()).isEqualTo("HEAD /v3/auth/tokens");
      assertThat(revocation.onlyRequest().line()).isEqualTo("DELETE /v3/auth/tokens");
      assertThat(probe.onlyRequest().headers())
          .containsEntry("x-subject-token", "the-token")
          .containsEntry("x-auth-token", "token-of-the-user");
    }
  }

  @Test
  void refusesAProbeThatSays204() throws IOException {
    try (CannedService service = CannedService.answering(204, "")) {
      assertThatThrownBy(() -> client(service).checkToken("the-token"))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining("HEAD /auth/tokens: expected 200 but found 204");
    }
  }

  @Test
  void tellsHowALoginWasRefused() throws IOException {
    String body =
        "{\"error\": {\"code\": 401, \"message\": \"go away\", \"title\": \"Unauthorized\"}}";
    try (CannedService service = CannedService.answering(401, body)) {
      assertThat(client(service).refuseToken(BY_ID)).isEqualTo(new LoginRefusal(401, "go away"));
    }
  }

  @Test
  void refusesARefusalWithoutReasonAndALoginThatIsNotRefused() throws IOException {
    try (CannedService mute = CannedService.answering(401, "{\"error\": {}}");
        CannedService open = CannedService.answering(201, TOKEN, SUBJECT)) {
      assertThatThrownBy(() -> client(mute).refuseToken(BY_ID))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining("message");
      assertThatThrownBy(() -> client(open).refuseToken(BY_ID))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining("POST /auth/tokens: expected a refusal but found 201");
    }
  }

  private static Token read(String body) throws IOException {
    try (CannedService service = CannedService.answering(200, body)) {
      return client(service).getToken("t");
    }
  }

  private static IdentityClient client(CannedService service) {
    return new IdentityClient(service.endpoint("/v3"));
  }
}
