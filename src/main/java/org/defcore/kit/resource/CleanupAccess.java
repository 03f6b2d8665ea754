package org.defcore.kit.resource;

import org.defcore.clouds.Session;
import org.defcore.http.Call;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.Recording;
import org.defcore.service.Service;

/** One user's way to the services of a cloud, for clean-up. */
public record CleanupAccess(Session session, Recording recording) {

  /**
   * A call.
   *
   * @param path starts above the version of the endpoint if it begins with one; {user} is the id of
   *     the user
   */
  Call call(Service service, String method, String path) {
    ServiceEndpoint endpoint = session.service(service, recording);
    ServiceEndpoint from = path.matches("/v\\d.*") ? endpoint.unversioned() : endpoint;
    return from.call(method, path.replace("{user}", session.userId()));
  }
}
