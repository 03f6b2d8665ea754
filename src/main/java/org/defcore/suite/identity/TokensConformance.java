package org.defcore.suite.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INSTANT;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Role.OTHER_MEMBER;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Timestamp;
import org.defcore.client.identity.IdentityClient;
import org.defcore.client.identity.IdentityClient.UserProject;
import org.defcore.client.identity.PasswordLogin;
import org.defcore.client.identity.Token;
import org.defcore.clouds.Session;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Tokens from issue to revocation, and the projects that they open. */
final class TokensConformance {

  @InteropTest(id = "6f8e4436-fc96-4282-8122-e41df57197a9")
  @Claim("A password login returns an unexpired token of that user")
  void passwordLoginIssuesAToken(Cloud cloud) {
    Session session = cloud.member().session();
    IdentityClient identity = cloud.member().identity();

    Token.Issued issued =
        identity.issueToken(
            PasswordLogin.byIdInDomain(session.userId(), session.config().credentials()));

    Token.Details details = issued.token().details();
    assertThat(issued.id()).as("X-Subject-Token").isNotEmpty();
    Optional<Instant> issuedAt = details.issuedAt().map(Timestamp::instant);
    assertThat(issuedAt).as("token.issued_at").isPresent();
    assertThat(details.expiresAt().map(Timestamp::instant))
        .as("token.expires_at")
        .get(INSTANT)
        .isAfter(issuedAt.orElseThrow())
        .isAfter(Instant.now());
    assertOwner(details.user(), session);
    assertThat(details.methods())
        .as("token.methods")
        .get(list(String.class))
        .startsWith("password");
  }

  @InteropTest(id = "0f9f5a5f-d5cd-4a86-8a5b-c5ded151f212")
  @Claim("A token can be issued, checked, read and revoked; a revoked token returns 404")
  void tokenLivesFromIssueToRevocation(Cloud cloud) {
    Session session = cloud.member().session();
    IdentityClient identity = cloud.member().identity();

    String token =
        identity
            .issueToken(PasswordLogin.byId(session.userId(), session.config().credentials()))
            .id();

    identity.checkToken(token);
    assertOwner(identity.getToken(token).details().user(), session);
    identity.revokeToken(token);
    assertRefused(404, () -> identity.checkToken(token));
  }

  @InteropTest(id = "a9512ac3-3909-48a4-b395-11f438e16260")
  @Claim("Validating a token shows what was issued, and fails once the token is revoked")
  void validationRepeatsTheIssue(Cloud cloud) {
    Session session = cloud.member().session();
    IdentityClient identity = cloud.member().identity();
    Token.Issued issued =
        identity.issueToken(PasswordLogin.byId(session.userId(), session.config().credentials()));

    Token validated = identity.getToken(issued.id());

    assertThat(validated.contents())
        .as("token without roles in GET /v3/auth/tokens")
        .isEqualTo(issued.token().contents());
    assertThat(validated.roles())
        .as("token.roles in GET /v3/auth/tokens")
        .isEqualTo(issued.token().roles());
    assertOwner(validated.details().user(), session);
    identity.revokeToken(issued.id());
    assertRefused(404, () -> identity.getToken(issued.id()));
  }

  /** The name is the configured one, as far as the configuration tells it. */
  private static void assertOwner(Token.Details.User user, Session session) {
    String name = session.config().credentials().userName().orElseGet(session::userName);
    assertThat(user.id()).as("token.user.id").isEqualTo(session.userId());
    assertThat(user.name()).as("token.user.name").get(STRING).isEqualToIgnoringCase(name);
  }

  @InteropTest(id = "86128d46-e170-4644-866a-cc487f699e1d")
  @Claim(
      "The user's project list includes the tested project, and exactly the listed "
          + "projects accept a login")
  void listedProjectsAndNoOtherTakeTheLogin(Cloud cloud) {
    Session session = cloud.member().session();
    IdentityClient identity = cloud.member().identity();
    PasswordLogin login =
        PasswordLogin.byName(session.userId(), session.userName(), session.config().credentials());

    List<UserProject> projects = identity.listProjects(session.userId());

    assertThat(projects)
        .extracting(UserProject::id)
        .as("ids in GET /v3/users/%s/projects", session.userId())
        .contains(session.projectId());
    for (UserProject project : projects) {
      Token.Issued issued = identity.issueToken(login.into(project.name(), project.domainId()));
      Token.Details details = issued.token().details();
      assertThat(issued.id()).as("X-Subject-Token for project %s", project.name()).isNotEmpty();
      assertThat(details.project())
          .as("token.project for project %s", project.name())
          .contains(new Token.Details.Project(project.id(), project.name()));
      assertThat(details.user().id())
          .as("token.user.id for project %s", project.name())
          .isEqualTo(session.userId());
    }
    Session other = cloud.as(OTHER_MEMBER).session();
    PasswordLogin foreign = login.into(other.projectName(), other.projectDomainId());
    assertThat(identity.refuseToken(foreign))
        .as("status of a login to project %s of another user", other.projectName())
        .isIn(401, 403);
  }
}
