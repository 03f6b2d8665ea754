package org.defcore.suite.compute;

import static org.defcore.kit.Role.MEMBER;
import static org.defcore.kit.resource.ResourceKind.SERVER;
import static org.defcore.result.ChosenFact.FLAVOR;
import static org.defcore.result.ChosenFact.IMAGE;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.defcore.client.compute.NewServer;
import org.defcore.client.compute.ServerClient;
import org.defcore.client.compute.ServerCreation;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;

/**
 * Three running servers: the first, one of another image and one of another flavor, so that each
 * filter of the server list has something to find and something to leave out; no test changes them.
 */
enum FilteredServers implements SharedFixture<FilteredServers.Three> {
  SHARED;

  /** A server by id and name. */
  record Known(String id, String name) {}

  /** The three, of which each is also found by a part of its name, {@code -instance}. */
  record Three(Known first, Known ofOtherImage, Known ofOtherFlavor) {

    Known[] all() {
      return new Known[] {first, ofOtherImage, ofOtherFlavor};
    }

    List<String> ids() {
      return Stream.of(all()).map(Known::id).toList();
    }
  }

  @Override
  public String title() {
    return "three servers of different image and flavor";
  }

  /** One that contains {@code -instance-} and is no part of another's. */
  static String name(Cloud cloud) {
    return cloud.uniqueName("instance") + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  @Override
  public Three make(Cloud cloud, Cleanup cleanup, Poll poll) {
    String image = cloud.fact(IMAGE);
    String flavor = cloud.fact(FLAVOR);
    String otherFlavor = ServerRequests.otherFlavor(cloud).orElse(flavor);
    Known ofOtherImage =
        create(
            cloud,
            cleanup,
            ServerRequests.of(
                cloud, name(cloud), ServerRequests.otherImage(cloud).orElse(image), flavor));
    Known ofOtherFlavor =
        create(cloud, cleanup, ServerRequests.of(cloud, name(cloud), image, otherFlavor));
    DetailedServer.Made first = cloud.shared(DetailedServer.SHARED);
    ServerStates states = new ServerStates(cloud.as(MEMBER).compute().servers(), poll);
    states.awaitBegunBoot(ofOtherImage.id());
    states.awaitBegunBoot(ofOtherFlavor.id());
    return new Three(new Known(first.id(), first.name()), ofOtherImage, ofOtherFlavor);
  }

  private static Known create(Cloud cloud, Cleanup cleanup, NewServer server) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id =
        cleanup
            .create(SERVER, server.name(), () -> servers.createServer(server), ServerCreation::id)
            .id();
    return new Known(id, server.name());
  }
}
