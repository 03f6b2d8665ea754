package org.defcore.runner;

import java.net.URI;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.IdentityUrl;
import org.defcore.clouds.Session;
import org.defcore.http.redact.Secrets;
import org.defcore.result.Plan;
import org.defcore.result.RunException;
import org.defcore.result.RunUser;

/** A check that an entry of clouds.yaml still is the cloud, and the user, of a run. */
record SameCloud(Plan plan) {

  /**
   * Checks what is known before the login.
   *
   * @throws RunException if the entry points elsewhere
   */
  void check(CloudConfig config) {
    String root = IdentityUrl.of(config.authUrl()).root().toString();
    boolean same =
        !plan.authUrl().contains(Secrets.MASK)
            && IdentityUrl.of(URI.create(plan.authUrl())).root().toString().equals(root);
    if (!same) {
      compare(config, "auth_url", plan.authUrl(), config.authUrl().toString());
    }
  }

  /**
   * Checks who is logged in.
   *
   * @throws RunException if it is somebody else, or elsewhere
   */
  void check(Session session) {
    // Plans of earlier versions name a region only where clouds.yaml did.
    if (!plan.region().isEmpty()) {
      compare(session.config(), "region", plan.region(), session.catalogue().region());
    }
    for (RunUser planned : plan.users()) {
      if (planned.cloud().equals(session.config().name())) {
        compare(session.config(), "project", planned.projectId(), session.projectId());
        compare(session.config(), "user", planned.userId(), session.userId());
      }
    }
  }

  private static void compare(CloudConfig config, String what, String planned, String found) {
    Secrets secrets = new Secrets();
    secrets.add(config.credentials().secret());
    String shown = secrets.redact(found);
    if (!planned.equals(shown)) {
      throw new RunException(
          "%s: cloud '%s': expected the %s of the run, \"%s\", but found \"%s\": nothing was removed; correct the entry"
              .formatted(config.source(), config.name(), what, planned, shown));
    }
  }
}
