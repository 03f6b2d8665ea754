package org.defcore.suite.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.APPLICATION_CREDENTIAL;
import static org.defcore.suite.ListClaims.assertHas;
import static org.defcore.suite.ListClaims.assertHasOnly;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.Timestamp;
import org.defcore.client.Wanted;
import org.defcore.client.identity.ApplicationCredential;
import org.defcore.client.identity.Token;
import org.defcore.clouds.Session;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Application credentials of the user; the user may have others. */
final class ApplicationCredentialsConformance {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  @InteropTest(id = "8080c75c-eddc-4786-941a-c2da7039ae61")
  @Claim(
      "An application credential authenticates its user in its project, and its secret "
          + "is shown only once")
  void credentialLogsInToTheProject(Cloud cloud, Cleanup cleanup) {
    Session session = cloud.member().session();
    ApplicationCredential made = create(wanted(cloud), cloud, cleanup);

    assertThat(made.secret()).as("secret in the answer to the creation").isPresent();
    assertThat(credentials(cloud).get(made.id()).secret()).as("secret in GET").isEmpty();
    Token.Details token = cloud.member().identity().issueToken(made).token().details();
    assertThat(token.project().map(Token.Details.Project::id))
        .as("token.project.id")
        .contains(session.projectId());
    assertThat(token.user().id()).as("token.user.id").isEqualTo(session.userId());
  }

  @InteropTest(id = "852daf0c-42b5-4239-8466-d193d0543ed3")
  @Claim("An application credential keeps its expiry time")
  void credentialKeepsItsExpiry(Cloud cloud, Cleanup cleanup) {
    Instant end = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MICROS);
    Wanted wanted = wanted(cloud).with("expires_at", UTC.format(end));

    ApplicationCredential made = create(wanted, cloud, cleanup);

    assertThat(expiry(made)).as("expires_at in the answer to the creation").contains(end);
    assertThat(expiry(credentials(cloud).get(made.id()))).as("expires_at in GET").contains(end);
  }

  private static Optional<Instant> expiry(ApplicationCredential credential) {
    return credential.expiresAt().map(Timestamp::instant);
  }

  @InteropTest(id = "ff0cd457-6224-46e7-b79e-0ada4964a8a6")
  @Claim("The list of application credentials includes those that were created")
  void listHasTheCreatedOnes(Cloud cloud, Cleanup cleanup) {
    String one = create(wanted(cloud), cloud, cleanup).id();
    String other = create(wanted(cloud), cloud, cleanup).id();

    assertHas(credentials(cloud), one, other);
  }

  @InteropTest(id = "9bb5e5cc-5250-493a-8869-8b665f6aa5f6")
  @Claim("The list of application credentials filtered by name shows only the one of that name")
  void nameFiltersTheList(Cloud cloud, Cleanup cleanup) {
    create(wanted(cloud), cloud, cleanup);
    Wanted wanted = wanted(cloud);
    ApplicationCredential sought = create(wanted, cloud, cleanup);

    assertHasOnly(credentials(cloud), sought.id(), Query.by("name", wanted.name()));
  }

  private static Wanted wanted(Cloud cloud) {
    return Wanted.named(cloud.uniqueName("application-credential"));
  }

  private static ApplicationCredential create(Wanted wanted, Cloud cloud, Cleanup cleanup) {
    return cleanup.create(APPLICATION_CREDENTIAL, wanted, credentials(cloud)::create);
  }

  private static Resource<ApplicationCredential> credentials(Cloud cloud) {
    return cloud.member().identity().applicationCredentials(cloud.member().session().userId());
  }
}
