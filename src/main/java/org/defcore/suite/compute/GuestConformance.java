package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.result.ChosenFact.FLAVOR;
import static org.defcore.suite.ResourceClaims.assertSame;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.defcore.client.Resource;
import org.defcore.client.compute.Flavor;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.Server.Sized.EmbeddedFlavor;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;

/** The inside of a server, as a guest tells it and as the API alone promises it. */
final class GuestConformance {

  private static final String COUNT = "grep -c ^processor /proc/cpuinfo";

  @InteropTest(id = "ac1ad47f-984b-4441-9274-c9079b7a0666", start = StartHint.EARLY)
  @Claim("The host name in the guest is the server's name in lower case")
  void hostHasTheNameOfTheServer(Cloud cloud) {
    ReachableServer.Made made = cloud.shared(ReachableServer.SHARED);
    String name = cloud.member().compute().servers().get(made.id()).name();

    String host = made.guest().run("hostname").strip();

    // A domain may follow.
    assertThat(host.split("\\.", 2)[0])
        .as("first part of what hostname prints in the guest of GET /servers/%s", made.id())
        .isEqualTo(name.toLowerCase(Locale.ROOT));
  }

  @InteropTest(id = "cbc0f52f-05aa-492b-bdc1-84b575ca294b", start = StartHint.EARLY)
  @Claim("A guest has as many processors as its flavor")
  void processorsAreThoseOfTheFlavor(Cloud cloud) {
    ReachableServer.Made made = cloud.shared(ReachableServer.SHARED);
    Flavor flavor = cloud.member().compute().flavors().get(cloud.fact(FLAVOR));

    String processors = made.guest().run(COUNT).strip();

    assertThat(processors)
        .as("what %s prints, by vcpus in GET /flavors/%s", COUNT, flavor.id())
        .isEqualTo(String.valueOf(flavor.vcpus()));
  }

  @InteropTest(id = "216a0b7c-537e-4713-baa1-c23091ab8d44")
  @Claim("A server's host name is its name in lower case until another is set; the name stays")
  void hostNameIsThatOfTheServerOrTheOneThatWasSet(Cloud cloud, Cleanup cleanup, Poll poll) {
    Resource<Server.Named> hosts = cloud.member().compute().namedHosts();
    DetailedServer.Made made = cloud.shared(DetailedServer.SHARED);
    assertThat(hosts.get(made.id()).hostName())
        .as("OS-EXT-SRV-ATTR:hostname in GET /servers/%s", made.id())
        .isEqualTo(made.name().toLowerCase(Locale.ROOT));

    String id = HeldServer.lent(cloud, cleanup, poll).id();
    Server.Named before = hosts.get(id);
    Server.Named expected = new Server.Named(id, before.name(), other(before.hostName()));

    Server.Named changed = hosts.update(id, Map.of("hostname", expected.hostName()));

    assertSame("PUT /servers/" + id, expected, changed);
    assertSame("GET /servers/" + id, expected, hosts.get(id));
  }

  private static String other(String hostName) {
    return hostName.equals("another-host") ? "yet-another-host" : "another-host";
  }

  @InteropTest(id = "614910ba-2f1f-40f9-8278-59fd61a5f634")
  @Claim("A server shows the processors, memory and disk of the flavor that it was made with")
  void sizeIsThatOfTheFlavor(Cloud cloud) {
    String id = cloud.shared(DetailedServer.SHARED).id();
    Flavor flavor = cloud.member().compute().flavors().get(cloud.fact(FLAVOR));

    EmbeddedFlavor embedded = cloud.member().compute().sizedServers().get(id).flavor();

    assertThat(embedded.originalName())
        .as("original_name of the flavor in GET /servers/%s", id)
        .isEqualTo(flavor.summary().name());
    assertThat(List.of(embedded.vcpus(), embedded.ram(), embedded.disk()))
        .as("vcpus, ram and disk in GET /servers/%s, by GET /flavors/%s", id, flavor.id())
        .containsExactly(flavor.vcpus(), flavor.ram(), flavor.disk());
    assertThat(flavor.vcpus()).as("vcpus in GET /flavors/%s", flavor.id()).isPositive();
  }
}
