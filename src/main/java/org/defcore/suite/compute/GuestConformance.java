package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.result.ChosenFact.FLAVOR;

import java.util.Locale;
import org.defcore.client.compute.Flavor;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.StartHint;

/** What a server is like from the inside. */
final class GuestConformance {

  private static final String COUNT = "grep -c ^processor /proc/cpuinfo";

  @InteropTest(
      id = "ac1ad47f-984b-4441-9274-c9079b7a0666",
      claim = "A guest has the name of its server, in lower case, as its host name",
      start = StartHint.EARLY)
  void hostHasTheNameOfTheServer(Cloud cloud) {
    ReachableServer.Made made = cloud.shared(new ReachableServer());
    String name = cloud.as(MEMBER).compute().servers().getServer(made.id()).name();

    String host = made.guest().run("hostname").strip();

    // A domain may follow.
    assertThat(host.split("\\.", 2)[0])
        .as("first part of what hostname prints in the guest of GET /servers/%s", made.id())
        .isEqualTo(name.toLowerCase(Locale.ROOT));
  }

  @InteropTest(
      id = "cbc0f52f-05aa-492b-bdc1-84b575ca294b",
      claim = "A guest sees as many processors as its flavor promises",
      start = StartHint.EARLY)
  void processorsAreThoseOfTheFlavor(Cloud cloud) {
    ReachableServer.Made made = cloud.shared(new ReachableServer());
    Flavor flavor = cloud.as(MEMBER).compute().getFlavor(cloud.fact(FLAVOR));

    String processors = made.guest().run(COUNT).strip();

    assertThat(processors)
        .as("what %s prints, by vcpus in GET /flavors/%s", COUNT, flavor.id())
        .isEqualTo(String.valueOf(flavor.vcpus()));
  }
}
