package org.defcore.client.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.client.ClientTrial;
import org.defcore.client.RecordSample;
import org.defcore.client.Timestamp;
import org.defcore.client.Variation;
import org.defcore.client.Wanted;
import org.defcore.client.identity.IdentityApiVersion.MediaType;
import org.defcore.client.identity.IdentityClient.CatalogueService;
import org.defcore.client.identity.IdentityClient.UserProject;
import org.defcore.clouds.Credentials;
import org.defcore.http.LocalServer.Asked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
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

  private static final ClientTrial<IdentityClient> CLIENT =
      ClientTrial.of(IdentityClient::new, "/v3");

  private static final ClientTrial<IdentityClient> ISSUING = CLIENT.with(SUBJECT);

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/v3", "/v3/", "/v2.0"})
  void readsTheVersionFromV3WhateverTheCatalogueSays(String path) {
    assertThat(
            ClientTrial.of(IdentityClient::new, "/identity" + path)
                .sends(200, VERSION, IdentityClient::getVersion)
                .line())
        .isEqualTo("GET /identity/v3");
  }

  @TestFactory
  Stream<DynamicTest> leavesItToTheClaimWhichFieldsOfTheVersionHaveToBeThere() {
    return sample("/version")
        .holds(
            IdentityApiVersion.class,
            """
            id          | EITHER | 1
            links       | EITHER | {}
            media-types | EITHER | {}
            status      | EITHER | 1
            updated     | EITHER | 1
            """);
  }

  @TestFactory
  Stream<DynamicTest> holdsAMediaTypeToTheRuleOf() {
    return sample("/version/media-types/0")
        .holds(
            MediaType.class,
            """
            base | REQUIRED | 1
            type | REQUIRED | 1
            """);
  }

  private static RecordSample sample(String at) {
    return new RecordSample(
        VERSION, at, "GET /v3", CLIENT.reading(200, IdentityClient::getVersion));
  }

  @Test
  void listsTheCatalogueAndTheProjects() {
    String catalogue =
        "{\"catalog\": [{\"type\": \"identity\", \"endpoints\": []}], \"links\": {}}";
    String projects =
        "{\"projects\": [{\"id\": \"p1\", \"name\": \"p\", \"domain_id\": \"d\", \"tags\": []}]}";

    CLIENT
        .assertRead(200, catalogue, IdentityClient::listCatalogue)
        .isEqualTo(List.of(new CatalogueService("identity")));
    CLIENT
        .assertRead(200, projects, it -> it.listProjects("u1"))
        .isEqualTo(List.of(new UserProject("p1", "p", "d")));
    assertThat(CLIENT.sends(200, catalogue, IdentityClient::listCatalogue).line())
        .isEqualTo("GET /v3/auth/catalog");
    assertThat(CLIENT.sends(200, projects, it -> it.listProjects("u1")).line())
        .isEqualTo("GET /v3/users/u1/projects");
    CLIENT.refuses(
        200, "{\"catalog\": [{\"name\": \"k\"}]}", IdentityClient::listCatalogue, "type");
  }

  @TestFactory
  Stream<DynamicTest> holdsAnApplicationCredentialToTheRuleOf() {
    return new RecordSample(
            """
            {"application_credential": {"id": "c1", "name": "c", "expires_at": null, "roles": [],
              "secret": "s3cret"}}
            """,
            "/application_credential",
            "POST /users/u1/application_credentials",
            CLIENT.reading(201, it -> it.applicationCredentials("u1").create(Wanted.named("c"))))
        .holds(
            ApplicationCredential.class,
            """
            id         | REQUIRED | 1
            name       | REQUIRED | 1
            expires_at | EITHER   | 1
            secret     | EITHER   | 1
            """);
  }

  @Test
  void readsVersionsAndDomains() {
    String versions = "{\"versions\": {\"values\": [{\"id\": \"v3.14\"}]}}";
    String domain = "{\"domain\": {\"id\": \"d1\", \"enabled\": true, \"name\": \"d\"}}";

    assertThat(CLIENT.reads(300, versions, IdentityClient::listVersions))
        .extracting(IdentityApiVersion::id)
        .containsExactly(Optional.of("v3.14"));
    assertThat(CLIENT.sends(300, versions, IdentityClient::listVersions).headers())
        .doesNotContainKey("x-auth-token");
    CLIENT
        .assertRead(200, domain, it -> it.getDomain("d1"))
        .isEqualTo(new IdentityClient.Domain("d1", true));
    CLIENT.refuses(200, "{\"domain\": {\"id\": \"d1\"}}", it -> it.getDomain("d1"), "enabled");
  }

  @Test
  void logsInWithoutAToken() {
    Token.Issued issued = ISSUING.reads(201, TOKEN, it -> it.issueToken(BY_ID));
    Asked asked = ISSUING.sends(201, TOKEN, it -> it.issueToken(BY_ID));

    assertThat(issued.id()).isEqualTo("the-token");
    assertThat(issued.token().details().issuedAt())
        .map(Timestamp::instant)
        .contains(Instant.parse("2026-11-22T15:00:00Z"));
    assertThat(issued.token().details().project()).contains(new Token.Details.Project("p1", "p"));
    assertThat(asked.line()).isEqualTo("POST /v3/auth/tokens");
    assertThat(asked.headers()).doesNotContainKey("x-auth-token");
    CLIENT.refuses(201, TOKEN, it -> it.issueToken(BY_ID), "X-Subject-Token");
  }

  @Test
  void doesNotTellTheTokenOrThePassword() {
    Token.Issued issued = ISSUING.reads(201, TOKEN, it -> it.issueToken(BY_ID));

    assertThat(issued.toString()).doesNotContain("the-token");
    assertThat(BY_ID).hasToString("PasswordLogin");
  }

  @TestFactory
  Stream<DynamicTest> holdsATokenToTheRuleOf() {
    return token("/token")
        .holds(
            Token.Details.class,
            """
            user       | REQUIRED | {}
            methods    | EITHER   | "password"
            issued_at  | EITHER   | "later"
            expires_at | EITHER   | "later"
            project    | EITHER   | {}
            """);
  }

  @TestFactory
  Stream<DynamicTest> holdsTheUserOfATokenToTheRuleOf() {
    return token("/token/user")
        .holds(
            Token.Details.User.class,
            """
            id   | REQUIRED | 1
            name | EITHER   | 1
            """);
  }

  private static RecordSample token(String at) {
    return new RecordSample(
        TOKEN, at, "GET /auth/tokens", CLIENT.reading(200, it -> it.getToken("t")));
  }

  @Test
  void comparesTokensByAllTheirFieldsAndRolesInAnyOrder() throws JsonProcessingException {
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

  private static Token read(String body) {
    return CLIENT.reads(200, body, it -> it.getToken("t"));
  }

  @Test
  void asksAboutATokenInItsOwnHeader() {
    Asked probe = CLIENT.sends(200, "", it -> it.checkToken("the-token"));

    assertThat(probe.line()).isEqualTo("HEAD /v3/auth/tokens");
    assertThat(probe.headers())
        .containsEntry("x-subject-token", "the-token")
        .containsEntry("x-auth-token", "token-of-the-user");
    assertThat(CLIENT.sends(204, "", it -> it.revokeToken("the-token")).line())
        .isEqualTo("DELETE /v3/auth/tokens");
    CLIENT.refuses(
        204, "", it -> it.checkToken("the-token"), "HEAD /auth/tokens: expected 200 but found 204");
  }

  @Test
  void tellsHowALoginWasRefused() {
    String body =
        "{\"error\": {\"code\": 401, \"message\": \"go away\", \"title\": \"Unauthorized\"}}";

    CLIENT.assertRead(401, body, it -> it.refuseToken(BY_ID)).isEqualTo(401);
    CLIENT.refuses(401, "{\"error\": {}}", it -> it.refuseToken(BY_ID), "message");
    ISSUING.refuses(
        201,
        TOKEN,
        it -> it.refuseToken(BY_ID),
        "POST /auth/tokens: expected a refusal but found 201");
  }
}
