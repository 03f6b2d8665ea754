package org.defcore.simcloud.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Router;

/**
 * Calls of other services as one of their users: by the same rules, and without the wire.
 *
 * @param root of the URLs of all services
 */
record ServiceCalls(List<Router> routers, Caller user, String root) {

  /** The version at which the service calls compute; others take it for none of theirs. */
  private static final Map<String, String> HEADERS =
      Map.of("content-type", "application/json", "openstack-api-version", "compute 2.2");

  ServiceCalls {
    routers = List.copyOf(routers);
  }

  /**
   * Makes a call.
   *
   * @param path from the root of all services on
   * @param body missing if there is none
   */
  Reply call(String method, String path, JsonNode body) {
    Router router =
        routers.stream().filter(it -> path.startsWith(it.prefix() + "/")).findFirst().orElseThrow();
    Incoming request =
        new Incoming(
            method,
            path.substring(router.prefix().length()),
            root + router.prefix(),
            "",
            Map.of(),
            HEADERS,
            Map.of(),
            new ByteArrayInputStream(body.isMissingNode() ? new byte[0] : Json.bytes(body)),
            Optional.of(user));
    try {
      return router.answer(request, router.find(request));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
