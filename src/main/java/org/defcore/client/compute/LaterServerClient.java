package org.defcore.client.compute;

import static org.defcore.client.compute.ServerClient.path;
import static org.defcore.client.compute.ServerClient.wrap;

import java.util.Map;
import org.defcore.client.CallMicroversion;
import org.defcore.http.ServiceEndpoint;

/** Calls on servers, each at the microversion that brought what it asks for. */
public final class LaterServerClient {

  private static final CallMicroversion EMBEDDED_FLAVOR = CallMicroversion.compute("2.47");
  private static final CallMicroversion HOST_NAME = CallMicroversion.compute("2.90");

  private final ServiceEndpoint compute;

  public LaterServerClient(ServiceEndpoint compute) {
    this.compute = compute;
  }

  /** {@code GET /servers/{id}} at 2.47. */
  public SizedServer getSizedServer(String id) {
    return EMBEDDED_FLAVOR
        .expect(200, compute.get(path(id)))
        .as(SizedServerEnvelope.class)
        .server();
  }

  /** {@code GET /servers/{id}} at 2.90. */
  public NamedHost getNamedHost(String id) {
    return HOST_NAME.expect(200, compute.get(path(id))).as(NamedHostEnvelope.class).server();
  }

  /** {@code PUT /servers/{id}} at 2.90 with another host name for the guest. */
  public NamedHost updateHostName(String id, String hostName) {
    return HOST_NAME
        .expect(
            200,
            compute.put(path(id)).json(wrap("server", Metadata.json(Map.of("hostname", hostName)))))
        .as(NamedHostEnvelope.class)
        .server();
  }
}
