package org.defcore.suite.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;

import java.time.Duration;
import org.defcore.client.identity.IdentityClient;
import org.defcore.client.identity.PasswordLogin;
import org.defcore.client.identity.TokenRequest;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.room.OneAtATime;
import org.defcore.result.ChosenFact;

/** Passwords of the disposable user, whom one test at a time has. */
@OneAtATime
final class PasswordsConformance {

  @InteropTest(id = "ad71bd23-12ad-426b-bb8b-195d2b635f27")
  @Claim(
      "A user can change the own password; then the new password works, and the old one "
          + "and earlier tokens do not")
  void newPasswordReplacesTheOldOne(Cloud cloud, Cleanup cleanup) {
    IdentityClient identity = cloud.member().identity();
    PasswordOfUser password = PasswordOfUser.of(cloud, cleanup);
    PasswordLogin before = password.login();
    TokenRequest earlier = TokenRequest.byToken(identity.issueToken(before).id());

    password.change();

    assertThat(identity.issueToken(password.login()).id()).as("X-Subject-Token").isNotEmpty();
    assertThat(identity.refuseToken(earlier))
        .as("status of POST /v3/auth/tokens with the earlier token")
        .isIn(401, 404);
    assertLoggedOut(identity, before, "the old password");
  }

  @InteropTest(id = "941784ee-5342-4571-959b-b80dd2cea516")
  @Claim(
      "With a declared password history, a password cannot be changed to the current or "
          + "the previous one")
  void usedPasswordsAreRefused(Cloud cloud, Cleanup cleanup) {
    PasswordOfUser password = PasswordOfUser.of(cloud, cleanup);
    String first = password.text();

    password.change();

    assertRefused(400, () -> password.changeTo(password.text()));
    assertRefused(400, () -> password.changeTo(first));
    password.change();
  }

  @InteropTest(id = "a7ad8bbf-2cff-4520-8c1d-96332e151658")
  @Claim("The declared number of failed logins locks a user out for the declared time")
  void wrongPasswordsLockTheUserForAWhile(Cloud cloud, Cleanup cleanup, Poll poll) {
    IdentityClient identity = cloud.member().identity();
    PasswordOfUser password = PasswordOfUser.of(cloud, cleanup);
    int attempts = Integer.parseInt(cloud.fact(ChosenFact.LOCKOUT));
    long seconds = Long.parseLong(cloud.fact(ChosenFact.LOCKOUT_SECONDS));

    for (int i = 1; i <= attempts; i++) {
      assertLoggedOut(identity, password.login("wrong-" + i), "wrong password " + i);
    }

    assertLoggedOut(identity, password.login(), "the right password while the user is locked");
    poll.pass("the end of the lockout", Duration.ofSeconds(seconds + 1));
    assertThat(identity.issueToken(password.login()).id()).as("X-Subject-Token").isNotEmpty();
  }

  private static void assertLoggedOut(IdentityClient identity, PasswordLogin login, String what) {
    assertThat(identity.refuseToken(login))
        .as("status of POST /v3/auth/tokens with %s", what)
        .isEqualTo(401);
  }
}
