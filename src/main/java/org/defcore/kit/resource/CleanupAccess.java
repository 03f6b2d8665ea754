package org.defcore.kit.resource;

import java.util.Objects;
import java.util.function.Function;
import org.defcore.clouds.OpenStack4j;
import org.defcore.clouds.Session;
import org.defcore.http.Answer;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.Recording;
import org.openstack4j.api.OSClient.OSClientV3;

/** The cloud as clean-up reaches it: through openstack4j, and by plain calls for a status. */
record CleanupAccess(Session session, Recording recording) {

  <R> R cloud(Function<OSClientV3, R> call) {
    return Objects.requireNonNull(new OpenStack4j(session).call(recording, call));
  }

  ServiceEndpoint service(String type) {
    return session.service(type, recording);
  }

  Answer read(String type, String path) {
    return service(type).get(path).send();
  }
}
