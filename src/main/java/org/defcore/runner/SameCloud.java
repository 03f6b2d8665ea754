package org.defcore.runner;

import java.net.URI;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.IdentityUrl;
import org.defcore.clouds.Session;
import org.defcore.http.redact.Secrets;
import org.defcore.result.Plan;
import org.defcore.result.RunException;
import org.defcore.result.RunUser;

/**
 * A check that an entry of clouds.yaml still is the cloud, and the user, of a run.
 *
 * @param undone what was not done otherwise: {@code removed}
 */
public record SameCloud(Plan plan, String undone) {

  /**
   * Checks what is known before the login; what was masked in the plan is known after it.
   *
   * @throws RunException if the entry points elsewhere
   */
  public void check(CloudConfig config) {
    if (!plan.authUrl().contains(Secrets.MASK) && !isAt(config.authUrl())) {
      throw other(config, "auth_url", plan.authUrl(), config.authUrl().toString());
    }
  }

  private boolean isAt(URI url) {
    try {
      return IdentityUrl.of(URI.create(plan.authUrl())).equals(IdentityUrl.of(url));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Checks who is logged in, and where.
   *
   * @throws RunException if it is somebody else, or elsewhere
   */
  void check(Session session) {
    CloudConfig config = session.config();
    if (plan.authUrl().contains(Secrets.MASK)) {
      compare(session, "auth_url", plan.authUrl(), config.authUrl().toString());
    }
    // Plans of earlier versions name a region only where clouds.yaml did.
    if (!plan.region().isEmpty()) {
      compare(session, "region", plan.region(), session.catalogue().region());
    }
    for (RunUser planned : plan.users()) {
      if (planned.cloud().equals(config.name())) {
        compare(session, "project", planned.projectId(), session.projectId());
        compare(session, "user", planned.userId(), session.userId());
      }
    }
  }

  private void compare(Session session, String what, String planned, String found) {
    String shown = session.redact(found);
    if (!planned.equals(shown) && !planned.equals(found)) {
      throw other(session.config(), what, planned, shown);
    }
  }

  private RunException other(CloudConfig config, String what, String planned, String found) {
    return new RunException(
        "%s: cloud '%s': expected the %s of the run, \"%s\", but found \"%s\": nothing was %s; correct the entry"
            .formatted(config.source(), config.name(), what, planned, found, undone));
  }
}
