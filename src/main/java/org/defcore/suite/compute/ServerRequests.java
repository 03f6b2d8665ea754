package org.defcore.suite.compute;

import static org.defcore.kit.resource.ResourceKind.SERVER;
import static org.defcore.result.ChosenFact.FLAVOR;
import static org.defcore.result.ChosenFact.IMAGE;
import static org.defcore.result.ChosenFact.NETWORK;
import static org.defcore.result.ChosenFact.SECOND_FLAVOR;
import static org.defcore.result.ChosenFact.SECOND_IMAGE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.defcore.client.Wanted;
import org.defcore.client.compute.ServerCreation;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;

/** Minimal requests for servers, with the discovered image, flavor and network. */
final class ServerRequests {

  private ServerRequests() {}

  /** With the image and the flavor that were discovered, on the network if one was. */
  static Wanted usual(Cloud cloud, String name) {
    return least(cloud, name, cloud.fact(IMAGE), cloud.fact(FLAVOR));
  }

  static Wanted least(Cloud cloud, String name, String image, String flavor) {
    Wanted least = Wanted.named(name).with("imageRef", image).with("flavorRef", flavor);
    return cloud
        .knownFact(NETWORK)
        .map(it -> least.with("networks", List.of(Map.of("uuid", it))))
        .orElse(least);
  }

  static ServerCreation create(Wanted server, Cloud cloud, Cleanup cleanup) {
    return cleanup.create(SERVER, server, cloud.member().compute()::createServer);
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
