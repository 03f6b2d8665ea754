package org.defcore.clouds;

import org.defcore.http.HttpTransport;
import org.defcore.http.Recording;
import org.defcore.http.ServiceEndpoint;

/**
 * One user logged in to one project. Safe for use by many threads; logs in again by itself before
 * its token expires.
 */
public final class Session {

  /**
   * Logs in.
   *
   * @throws CloudException if that is refused or impossible
   */
  public static Session login(CloudConfig config, HttpTransport transport, Recording recording) {
    throw new UnsupportedOperationException();
  }

  private Session() {}

  public CloudConfig config() {
    throw new UnsupportedOperationException();
  }

  /** A valid token, scoped to the project. */
  public String token() {
    throw new UnsupportedOperationException();
  }

  public String userId() {
    throw new UnsupportedOperationException();
  }

  public String userName() {
    throw new UnsupportedOperationException();
  }

  public String projectId() {
    throw new UnsupportedOperationException();
  }

  public String projectName() {
    throw new UnsupportedOperationException();
  }

  public ServiceCatalogue catalogue() {
    throw new UnsupportedOperationException();
  }

  /**
   * One service for this user, on behalf of the test that records.
   *
   * @param service as {@link ServiceCatalogue#endpoint}
   * @throws CloudException if the catalogue has no such service
   */
  public ServiceEndpoint service(String service, Recording recording) {
    throw new UnsupportedOperationException();
  }
}
