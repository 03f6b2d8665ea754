package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Wanted;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerAddress;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Guest;
import org.defcore.kit.GuestKey;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;
import org.defcore.result.Fact;

/**
 * A running server that lets in; no test changes it. It is in the project's default security group,
 * so that has to let SSH through.
 */
enum ReachableServer implements SharedFixture<ReachableServer.Made> {
  SHARED;

  /**
   * The virtualization that systemd detected or that a container announced, otherwise that of the
   * kernel log.
   */
  private static final String VIRTUALIZATION =
      "systemd-detect-virt || cat /run/systemd/container"
          + " || dmesg | sed -n 's/.*Hypervisor detected: //p'";

  private static final String PROCESSOR = "sed -n 's/^model name[^:]*: //p' /proc/cpuinfo";

  /** The resources that were created. */
  record Made(String id, Guest guest) {}

  @Override
  public String title() {
    return "a server to log in to";
  }

  @Override
  public Made make(Cloud cloud, Cleanup cleanup, Poll poll) {
    GuestKey key = GuestKey.generate();
    String keyPair = cloud.uniqueName("keypair");
    cloud.provision(cleanup).keyPair(keyPair, key.publicLine());
    // The capital is for the host name to lose.
    Wanted asked = ServerRequests.usual(cloud, cloud.uniqueName("Guest")).with("key_name", keyPair);
    String id = ServerRequests.provide(asked, cloud, cleanup).id();
    Guest guest = cloud.guest(address(new HeldServer(id, cloud, poll).awaitBoot()), key);
    guest.run("true");
    noteWhatItSees(cloud, guest);
    return new Made(id, guest);
  }

  /** Notes the system of the guest and its platform, as far as the guest knows them. */
  private static void noteWhatItSees(Cloud cloud, Guest guest) {
    note("guest.kernel", "uname -sr", cloud, guest);
    note("guest.virtualization", VIRTUALIZATION, cloud, guest);
    note("guest.cpu", PROCESSOR, cloud, guest);
  }

  private static void note(String fact, String command, Cloud cloud, Guest guest) {
    String source = command + " in a server";
    Fact silence = new Fact(fact + ".unavailable", "it does not say", source);
    cloud.noteIfTold(
        fact,
        source,
        () ->
            guest
                .run(command)
                .strip()
                .lines()
                .findFirst()
                .map(it -> List.of(new Fact(fact, it, source)))
                .orElse(List.of(silence)));
  }

  /** The first fixed one, of IPv4 if there is one. */
  private static String address(Server server) {
    Optional<ServerAddress> first =
        server.addresses().values().stream()
            .flatMap(Collection::stream)
            .filter(it -> it.type().orElse("fixed").equals("fixed"))
            .min(Comparator.comparing(it -> it.bare().version()));
    assertThat(first).as("fixed addresses in GET /servers/%s", server.id()).isPresent();
    return first.get().bare().addr().text();
  }
}
