package org.defcore.suite.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.OTHER_MEMBER;

import java.util.List;
import org.defcore.client.identity.IdentityClient;
import org.defcore.client.identity.PasswordLogin;
import org.defcore.client.identity.Token;
import org.defcore.client.identity.TokenDetails;
import org.defcore.client.identity.UserProject;
import org.defcore.clouds.Session;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** The projects that a user is told of, against those that the user can enter. */
final class UserProjectsConformance {

  @InteropTest(
      id = "86128d46-e170-4644-866a-cc487f699e1d",
      claim =
          "A user can log in to every project in the user's own list, and to no project of others")
  void listedProjectsAndNoOtherTakeTheLogin(Cloud cloud) {
    Session session = cloud.member().session();
    IdentityClient identity = cloud.member().identity();
    PasswordLogin login =
        PasswordLogin.byName(session.userId(), session.userName(), session.config().credentials());

    List<UserProject> projects = identity.listProjects(session.userId());

    assertThat(projects).as("GET /v3/users/%s/projects", session.userId()).isNotEmpty();
    for (UserProject project : projects) {
      Token.Issued issued = identity.issueToken(login.into(project.name(), project.domainId()));
      TokenDetails details = issued.token().details();
      assertThat(issued.id()).as("X-Subject-Token for project %s", project.name()).isNotEmpty();
      assertThat(details.project())
          .as("token.project for project %s", project.name())
          .contains(new TokenDetails.Project(project.id(), project.name()));
      assertThat(details.user().id())
          .as("token.user.id for project %s", project.name())
          .isEqualTo(session.userId());
    }
    String foreign = cloud.as(OTHER_MEMBER).session().projectName();
    String domain = projects.get(projects.size() - 1).domainId();
    assertThat(identity.refuseToken(login.into(foreign, domain)))
        .as("status of a login to project %s of another user", foreign)
        .isIn(401, 403);
  }
}
