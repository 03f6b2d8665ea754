package org.defcore.suite.compute;

import static org.defcore.result.ChosenFact.FLAVOR;
import static org.defcore.result.ChosenFact.IMAGE;

import java.util.List;
import java.util.UUID;
import org.defcore.client.Wanted;
import org.defcore.client.compute.Server;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;
import org.defcore.suite.Sought;

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

    List<Known> each() {
      return List.of(first, ofOtherImage, ofOtherFlavor);
    }

    Sought<Server> sought() {
      return new Sought<>(Server.class, ids());
    }

    /** The part that their names have in common, and no other name has. */
    String common() {
      return first.name().replaceFirst("-instance.*", "-instance");
    }

    List<String> ids() {
      return each().stream().map(Known::id).toList();
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
    String image = ServerRequests.otherImage(cloud).orElse(cloud.fact(IMAGE));
    String flavor = ServerRequests.otherFlavor(cloud).orElse(cloud.fact(FLAVOR));
    Known ofOtherImage = create(image, cloud.fact(FLAVOR), cloud, cleanup);
    Known ofOtherFlavor = create(cloud.fact(IMAGE), flavor, cloud, cleanup);
    DetailedServer.Made first = cloud.shared(DetailedServer.SHARED);
    new HeldServer(ofOtherImage.id(), cloud, poll).awaitUp(poll);
    new HeldServer(ofOtherFlavor.id(), cloud, poll).awaitUp(poll);
    return new Three(new Known(first.id(), first.name()), ofOtherImage, ofOtherFlavor);
  }

  private static Known create(String image, String flavor, Cloud cloud, Cleanup cleanup) {
    Wanted server = ServerRequests.least(cloud, name(cloud), image, flavor);
    return new Known(ServerRequests.provide(server, cloud, cleanup).id(), server.name());
  }
}
