package org.defcore.suite.identity;

import org.defcore.client.identity.IdentityClient;
import org.defcore.client.identity.PasswordLogin;
import org.defcore.http.UnexpectedAnswer;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.FixtureFailed;
import org.defcore.kit.resource.DisposableUser;
import org.defcore.kit.resource.ResourceKind;

/** The password of the disposable user in one test, which is set back afterwards. */
final class PasswordOfUser {

  private final DisposableUser user;
  private final String userId;
  private final IdentityClient identity;
  private final Cleanup cleanup;
  private final String stem;
  private String text;
  private int changes;

  private PasswordOfUser(
      DisposableUser user, String userId, IdentityClient identity, Cleanup cleanup, String stem) {
    this.user = user;
    this.userId = userId;
    this.identity = identity;
    this.cleanup = cleanup;
    this.stem = stem;
    this.text = user.password("");
  }

  /**
   * The password in clouds.yaml.
   *
   * @throws FixtureFailed if that is not right, or the user is another one of the run
   */
  static PasswordOfUser of(Cloud cloud, Cleanup cleanup) {
    DisposableUser user = cloud.disposable();
    IdentityClient identity = cloud.member().identity();
    String userId = userId(user, identity);
    if (user.others().contains(userId)) {
      throw new FixtureFailed(
          "cloud " + user.cloud(),
          new IllegalStateException("its user is one of the run: other tests use it meanwhile"));
    }
    return new PasswordOfUser(user, userId, identity, cleanup, cloud.uniqueName("password"));
  }

  private static String userId(DisposableUser user, IdentityClient identity) {
    try {
      return identity.issueToken(user.login("")).token().details().user().id();
    } catch (UnexpectedAnswer e) {
      String title =
          "login of cloud %s, whose password defcore cleanup RUN sets back after a killed run";
      throw new FixtureFailed(title.formatted(user.cloud()), e);
    }
  }

  /** The password of now, which is a secret. */
  String text() {
    return text;
  }

  /** A login with the password of now. */
  PasswordLogin login() {
    return login(text);
  }

  PasswordLogin login(String password) {
    return PasswordLogin.byId(userId, password);
  }

  /** Changes it to one that was never used. */
  void change() {
    changes++;
    String name = stem + "." + changes;
    String next = user.password(name);
    text =
        cleanup.create(
            ResourceKind.USER_PASSWORD,
            name,
            () -> {
              changeTo(next);
              user.changedTo(name);
              return next;
            },
            it -> name);
  }

  /** Has it changed to one that is to be refused: nothing sets that back. */
  void changeTo(String password) {
    identity.changePassword(userId, text, password);
  }
}
