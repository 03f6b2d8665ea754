package org.defcore.client.network;

import java.util.List;
import org.defcore.http.ServiceEndpoint;

/** Networking calls. */
public final class NetworkClient {

  private final ServiceEndpoint network;

  public NetworkClient(ServiceEndpoint network) {
    this.network = network;
  }

  public SecurityGroupClient securityGroups() {
    return new SecurityGroupClient(network);
  }

  /** {@code GET /} above the version: the entries of every list in the root document. */
  public List<ApiVersion> listVersions() {
    RootDocument root = network.unversioned().get("/").expect(200).as(RootDocument.class);
    return root.lists().values().stream().flatMap(List::stream).toList();
  }
}
