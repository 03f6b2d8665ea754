package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.result.ChosenFact.FLAVOR;

import java.util.List;
import java.util.Locale;
import org.defcore.client.compute.EmbeddedFlavor;
import org.defcore.client.compute.Flavor;
import org.defcore.client.compute.LaterServerClient;
import org.defcore.client.compute.NamedHost;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** What a cloud promises of the inside of a server, by the API alone. */
final class CorrectedGuestConformance {

  @InteropTest(
      id = "216a0b7c-537e-4713-baa1-c23091ab8d44",
      claim =
          "A server shows as its host name its own name in lower case, and another one once that is"
              + " set, while its name stays")
  void hostNameIsThatOfTheServerOrTheOneThatWasSet(Cloud cloud, Cleanup cleanup) {
    LaterServerClient servers = cloud.as(MEMBER).compute().laterServers();
    DetailedServer.Made made = cloud.shared(new DetailedServer());
    assertThat(servers.getNamedHost(made.id()).hostName())
        .as("OS-EXT-SRV-ATTR:hostname in GET /servers/%s", made.id())
        .isEqualTo(made.name().toLowerCase(Locale.ROOT));

    String id = cloud.shared(new SpareServers()).borrow(cleanup).id();
    NamedHost before = servers.getNamedHost(id);
    NamedHost expected = new NamedHost(id, before.name(), other(before.hostName()));

    assertThat(servers.updateHostName(id, expected.hostName()))
        .as("PUT /servers/%s", id)
        .isEqualTo(expected);
    assertThat(servers.getNamedHost(id)).as("GET /servers/%s", id).isEqualTo(expected);
  }

  private static String other(String hostName) {
    return hostName.equals("another-host") ? "yet-another-host" : "another-host";
  }

  @InteropTest(
      id = "614910ba-2f1f-40f9-8278-59fd61a5f634",
      claim = "A server shows the processors, memory and disk of the flavor that it was made with")
  void sizeIsThatOfTheFlavor(Cloud cloud) {
    String id = cloud.shared(new DetailedServer()).id();
    Flavor flavor = cloud.as(MEMBER).compute().getFlavor(cloud.fact(FLAVOR));

    EmbeddedFlavor embedded = cloud.as(MEMBER).compute().laterServers().getSizedServer(id).flavor();

    assertThat(embedded.originalName())
        .as("original_name of the flavor in GET /servers/%s", id)
        .isEqualTo(flavor.name());
    assertThat(List.of(embedded.vcpus(), embedded.ram(), embedded.disk()))
        .as("vcpus, ram and disk in GET /servers/%s, by GET /flavors/%s", id, flavor.id())
        .containsExactly(flavor.vcpus(), flavor.ram(), flavor.disk());
    assertThat(flavor.vcpus()).as("vcpus in GET /flavors/%s", flavor.id()).isPositive();
  }
}
