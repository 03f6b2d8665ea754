package org.defcore.suite.compute;

import java.util.UUID;
import org.defcore.client.compute.NewServer;
import org.defcore.kit.Cloud;

/** What the tests ask for when they create a server: the least, from what was discovered. */
final class ServerRequests {

  private ServerRequests() {}

  /** With the image and the flavor that were discovered, on the network if one was. */
  static NewServer usual(Cloud cloud, String name) {
    return of(cloud, name, cloud.fact("image.id"), cloud.fact("flavor.id"));
  }

  static NewServer of(Cloud cloud, String name, String image, String flavor) {
    NewServer least = NewServer.of(name, image, flavor);
    return cloud.knownFact("network.id").map(least::on).orElse(least);
  }

  /** The second image that was discovered; the first where there is no other. */
  static String otherImage(Cloud cloud) {
    return cloud.knownFact("second-image.id").orElseGet(() -> cloud.fact("image.id"));
  }

  /** A password that no other server has. */
  static String password() {
    return "Pw1-" + UUID.randomUUID();
  }
}
