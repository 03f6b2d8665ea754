package org.defcore.kit.resource;

import java.util.Optional;
import org.defcore.clouds.Session;
import org.defcore.http.Call;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.Recording;
import org.defcore.service.Service;

/**
 * One user's way to the services of a cloud, for clean-up.
 *
 * @param disposable the user whose password tests may change, if there is one
 */
public record CleanupAccess(
    Session session, Recording recording, Optional<DisposableUser> disposable) {

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
