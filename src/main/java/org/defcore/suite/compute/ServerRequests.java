package org.defcore.suite.compute;

import static org.defcore.result.ChosenFact.FLAVOR;
import static org.defcore.result.ChosenFact.IMAGE;
import static org.defcore.result.ChosenFact.NETWORK;
import static org.defcore.result.ChosenFact.SECOND_FLAVOR;
import static org.defcore.result.ChosenFact.SECOND_IMAGE;

import java.util.Optional;
import java.util.UUID;
import org.defcore.client.compute.NewServer;
import org.defcore.kit.Cloud;

/** Minimal requests for servers, with the discovered image, flavor and network. */
final class ServerRequests {

  private ServerRequests() {}

  /** With the image and the flavor that were discovered, on the network if one was. */
  static NewServer usual(Cloud cloud, String name) {
    return of(cloud, name, cloud.fact(IMAGE), cloud.fact(FLAVOR));
  }

  static NewServer of(Cloud cloud, String name, String image, String flavor) {
    NewServer least = NewServer.of(name, image, flavor);
    return cloud.knownFact(NETWORK).map(least::on).orElse(least);
  }

  /** The second image that was discovered, if there is one. */
  static Optional<String> otherImage(Cloud cloud) {
    return cloud.knownFact(SECOND_IMAGE);
  }

  /** The second flavor that was discovered, if there is one. */
  static Optional<String> otherFlavor(Cloud cloud) {
    return cloud.knownFact(SECOND_FLAVOR);
  }

  /** A password that no other server has. */
  static String password() {
    return "Pw1-" + UUID.randomUUID();
  }
}
