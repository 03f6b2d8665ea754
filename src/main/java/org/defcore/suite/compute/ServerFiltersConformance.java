package org.defcore.suite.compute;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.client.Query.by;
import static org.defcore.result.ChosenFact.IMAGE;
import static org.defcore.result.ChosenFact.SECOND_FLAVOR;
import static org.defcore.suite.ListClaims.assertHasOnly;
import static org.defcore.suite.ListClaims.assertLimitedToOne;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.defcore.client.Identified;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerAddress;
import org.defcore.client.compute.Summary;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.StartHint;
import org.defcore.suite.Sought;
import org.defcore.suite.compute.FilteredServers.Known;
import org.defcore.suite.compute.FilteredServers.Three;

/** The filters of the server lists. */
final class ServerFiltersConformance {

  @InteropTest(id = "573637f5-7325-47bb-9144-3476d0416908", start = StartHint.FIRST)
  @Claim("The brief server list filtered by flavor shows only servers of that flavor")
  void flavorFilters(Cloud cloud) {
    assertFlavorFilters(brief(cloud), cloud);
  }

  @InteropTest(id = "80c574cc-0925-44ba-8602-299028357dd9")
  @Claim("The detailed server list filtered by flavor shows only servers of that flavor")
  void flavorFiltersDetails(Cloud cloud) {
    assertFlavorFilters(detailed(cloud), cloud);
  }

  private static void assertFlavorFilters(Resource<? extends Identified> list, Cloud cloud) {
    String flavor = cloud.fact(SECOND_FLAVOR);
    Three three = three(cloud);
    Predicate<Server> fits = it -> it.core().flavor().id().equals(flavor);
    three
        .sought()
        .assertFound(list, fits, List.of(three.ofOtherFlavor().id()), by("flavor", flavor));
  }

  @InteropTest(id = "05e8a8e7-9659-459a-989d-92c2f501f4ba")
  @Claim("The brief server list filtered by image shows only servers of that image")
  void imageFilters(Cloud cloud) {
    assertImageFilters(brief(cloud), cloud);
  }

  @InteropTest(id = "b3304c3b-97df-46d2-8cd3-e2b6659724e7")
  @Claim("The detailed server list filtered by image shows only servers of that image")
  void imageFiltersDetails(Cloud cloud) {
    assertImageFilters(detailed(cloud), cloud);
  }

  private static void assertImageFilters(Resource<? extends Identified> list, Cloud cloud) {
    Optional<String> image = Optional.of(cloud.fact(IMAGE));
    Three three = three(cloud);
    // A server that boots from a volume is of no image.
    List<String> made =
        ServerRequests.areOnVolumes(cloud)
            ? List.of()
            : List.of(three.first().id(), three.ofOtherFlavor().id());
    Predicate<Server> fits = it -> it.core().imageId().equals(image);
    three.sought().assertFound(list, fits, made, by("image", image.get()));
  }

  @InteropTest(id = "9b067a7b-7fee-4f6a-b29c-be43fe18fc5a")
  @Claim("The brief server list filtered by name shows only the server of that name")
  void nameFilters(Cloud cloud) {
    Known first = three(cloud).first();
    assertHasOnly(brief(cloud), first.id(), by("name", first.name()));
  }

  @InteropTest(id = "f9eb2b70-735f-416c-b260-9914ac6181e4")
  @Claim("The detailed server list filtered by name shows only the server of that name")
  void nameFiltersDetails(Cloud cloud) {
    Known first = three(cloud).first();
    assertHasOnly(detailed(cloud), first.id(), by("name", first.name()));
  }

  @InteropTest(id = "e9f624ee-92af-4562-8bec-437945a18dcb")
  @Claim("The server list filtered by part of a name shows all servers that match, and no others")
  void partOfANameFilters(Cloud cloud) {
    Three three = three(cloud);
    String name = three.first().name();
    Sought<Summary> named = new Sought<>(Summary.class, three.ids());

    // The filter is a pattern, whose case matters on some clouds only.
    Predicate<Summary> fits = it -> it.name().toLowerCase(ROOT).contains("-instance");
    named.assertFound(brief(cloud), fits, three.ids(), by("name", "-instance"));
    Query part = by("name", name.substring(6, name.length() - 1));
    assertHasOnly(brief(cloud), three.first().id(), part);
  }

  @InteropTest(id = "ca78e20e-fddb-4ce6-b7f7-bcbf8605e66e")
  @Claim("The brief server list filtered by status ACTIVE shows the active servers")
  void statusFilters(Cloud cloud) {
    assertStatusFilters(brief(cloud), cloud);
  }

  @InteropTest(id = "de2612ab-b7dd-4044-b0b1-d2539601911f")
  @Claim(
      "The detailed server list filtered by status ACTIVE shows the active servers, and "
          + "no others")
  void statusFiltersDetails(Cloud cloud) {
    assertStatusFilters(detailed(cloud), cloud);
  }

  private static void assertStatusFilters(Resource<? extends Identified> list, Cloud cloud) {
    Three three = three(cloud);
    // One that runs and is busy may be shown by what is done to it, but not the three.
    Predicate<Server> runs =
        it ->
            it.status().equals("ACTIVE")
                || (it.taskState().isPresent() && !three.ids().contains(it.id()));
    three.sought().assertFound(list, runs, three.ids(), by("status", "active"));
  }

  @InteropTest(id = "614cdfc1-d557-4bac-915b-3e67b48eee76")
  @Claim(
      "The brief server list with a limit of one shows one server a page, and its links "
          + "lead through all")
  void limitIsHonoured(Cloud cloud) {
    assertLimited(brief(cloud), cloud);
  }

  @InteropTest(id = "67aec2d0-35fe-4503-9f92-f13272b867ed")
  @Claim(
      "The detailed server list with a limit of one shows one server a page, and its "
          + "links lead through all")
  void limitIsHonouredInDetail(Cloud cloud) {
    assertLimited(detailed(cloud), cloud);
  }

  private static void assertLimited(Resource<? extends Identified> list, Cloud cloud) {
    assertLimitedToOne(list, three(cloud).ids(), by("name", three(cloud).common()));
  }

  @InteropTest(id = "43a1242e-7b31-48d1-88f2-3f72aa9f2077")
  @Claim("The server list filtered by an IP address shows only the server with that address")
  void addressFilters(Cloud cloud) {
    Three three = three(cloud);

    // The filter is a pattern: the longest address is no part of another.
    Map.Entry<Known, String> longest =
        addresses(three, cloud).entrySet().stream()
            .max(Comparator.comparingInt(it -> it.getValue().length()))
            .orElseThrow();
    Query by = by("ip", longest.getValue());
    three.sought().assertFound(brief(cloud), it -> true, List.of(longest.getKey().id()), by);
  }

  @InteropTest(id = "a905e287-c35e-42f2-b132-d02b09f3654a")
  @Claim(
      "The server list filtered by the beginning of an IP address shows all servers "
          + "that match")
  void beginningOfAnAddressFilters(Cloud cloud) {
    Three three = three(cloud);

    String common =
        addresses(three, cloud).values().stream()
            .reduce(ServerFiltersConformance::common)
            .orElseThrow();
    Query by = by(common.contains(":") ? "ip6" : "ip", common);
    three.sought().assertFound(brief(cloud), it -> true, three.ids(), by);
  }

  private static Three three(Cloud cloud) {
    return cloud.shared(FilteredServers.SHARED);
  }

  private static Resource<Summary> brief(Cloud cloud) {
    return cloud.member().compute().briefServers();
  }

  private static Resource<Server> detailed(Cloud cloud) {
    return cloud.member().compute().detailedServers();
  }

  /** The first address of each of the three servers, whatever compute calls its network by now. */
  private static Map<Known, String> addresses(Three three, Cloud cloud) {
    Map<Known, String> addresses = new LinkedHashMap<>();
    for (Known known : three.each()) {
      Server server = cloud.member().compute().servers().get(known.id());
      List<ServerAddress> all = server.addresses().values().stream().flatMap(List::stream).toList();
      assertThat(all).as("addresses in GET /servers/%s", known.id()).isNotEmpty();
      addresses.put(known, all.get(0).bare().addr().text());
    }
    return addresses;
  }

  private static String common(String one, String other) {
    int end = 0;
    while (end < Math.min(one.length(), other.length()) && one.charAt(end) == other.charAt(end)) {
      end++;
    }
    return one.substring(0, end);
  }
}
