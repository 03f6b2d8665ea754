package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.result.ChosenFact.IMAGE;
import static org.defcore.result.ChosenFact.SECOND_FLAVOR;
import static org.defcore.suite.ListClaims.assertLimitedToOne;
import static org.defcore.suite.ListClaims.call;
import static org.defcore.suite.ListClaims.ids;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.defcore.suite.compute.FilteredServers.Known;
import org.defcore.suite.compute.FilteredServers.Three;

/** The filters of the server lists. */
final class ServerFiltersConformance {

  @InteropTest(id = "573637f5-7325-47bb-9144-3476d0416908", start = StartHint.FIRST)
  @Claim("The brief server list filtered by flavor has the server of that flavor and no other")
  void flavorFilters(Cloud cloud) {
    Three three = cloud.shared(FilteredServers.SHARED);

    Query flavor = Query.by("flavor", cloud.fact(SECOND_FLAVOR));
    assertFinds(brief(cloud), flavor, three, three.ofOtherFlavor());
  }

  @InteropTest(id = "80c574cc-0925-44ba-8602-299028357dd9")
  @Claim("The detailed server list filtered by flavor has the server of that flavor and no other")
  void flavorFiltersDetails(Cloud cloud) {
    Three three = cloud.shared(FilteredServers.SHARED);

    Query flavor = Query.by("flavor", cloud.fact(SECOND_FLAVOR));
    assertFinds(detailed(cloud), flavor, three, three.ofOtherFlavor());
  }

  @InteropTest(id = "05e8a8e7-9659-459a-989d-92c2f501f4ba")
  @Claim("The brief server list filtered by image has the servers made from it and no other")
  void imageFilters(Cloud cloud) {
    Three three = cloud.shared(FilteredServers.SHARED);

    Query image = Query.by("image", cloud.fact(IMAGE));
    assertFinds(brief(cloud), image, three, ofFirstImage(cloud, three));
  }

  @InteropTest(id = "b3304c3b-97df-46d2-8cd3-e2b6659724e7")
  @Claim("The detailed server list filtered by image has the servers made from it and no other")
  void imageFiltersDetails(Cloud cloud) {
    Three three = cloud.shared(FilteredServers.SHARED);

    Query image = Query.by("image", cloud.fact(IMAGE));
    assertFinds(detailed(cloud), image, three, ofFirstImage(cloud, three));
  }

  /** A server that boots from a volume is of no image. */
  private static Known[] ofFirstImage(Cloud cloud, Three three) {
    return ServerRequests.areOnVolumes(cloud)
        ? new Known[0]
        : new Known[] {three.first(), three.ofOtherFlavor()};
  }

  @InteropTest(id = "9b067a7b-7fee-4f6a-b29c-be43fe18fc5a")
  @Claim("The brief server list filtered by a full name has the server of that name and no other")
  void nameFilters(Cloud cloud) {
    Three three = cloud.shared(FilteredServers.SHARED);

    Query name = Query.by("name", three.first().name());
    assertFinds(brief(cloud), name, three, three.first());
  }

  @InteropTest(id = "f9eb2b70-735f-416c-b260-9914ac6181e4")
  @Claim(
      "The detailed server list filtered by a full name has the server of that name and no other")
  void nameFiltersDetails(Cloud cloud) {
    Three three = cloud.shared(FilteredServers.SHARED);

    Query name = Query.by("name", three.first().name());
    assertFinds(detailed(cloud), name, three, three.first());
  }

  @InteropTest(id = "e9f624ee-92af-4562-8bec-437945a18dcb")
  @Claim("The server list filtered by a part of a name has the servers whose name contains it")
  void partOfANameFilters(Cloud cloud) {
    Three three = cloud.shared(FilteredServers.SHARED);

    String name = three.first().name();
    Query part = Query.by("name", name.substring(6, name.length() - 1));
    assertFinds(brief(cloud), Query.by("name", "-instance"), three, three.all());
    assertFinds(brief(cloud), part, three, three.first());
  }

  @InteropTest(id = "ca78e20e-fddb-4ce6-b7f7-bcbf8605e66e")
  @Claim("The brief server list filtered by status has the running servers")
  void statusFilters(Cloud cloud) {
    Three three = cloud.shared(FilteredServers.SHARED);

    assertFinds(brief(cloud), Query.by("status", "active"), three, three.all());
  }

  @InteropTest(id = "de2612ab-b7dd-4044-b0b1-d2539601911f")
  @Claim("The detailed server list filtered by status has the running servers, each as ACTIVE")
  void statusFiltersDetails(Cloud cloud) {
    List<String> three = cloud.shared(FilteredServers.SHARED).ids();

    Query active = Query.by("status", "active");
    List<Server> found = detailed(cloud).list(active);
    String call = call(detailed(cloud), active);
    assertThat(found).as("servers in %s", call).extracting(Server::id).containsAll(three);
    assertThat(found)
        .filteredOn(it -> three.contains(it.id()))
        .extracting(Server::status)
        .as("status of the three in %s", call)
        .containsOnly("ACTIVE");
  }

  @InteropTest(id = "614cdfc1-d557-4bac-915b-3e67b48eee76")
  @Claim("The brief server list limited to one has one server")
  void limitIsHonoured(Cloud cloud) {
    assertLimitedToOne(brief(cloud));
  }

  @InteropTest(id = "67aec2d0-35fe-4503-9f92-f13272b867ed")
  @Claim("The detailed server list limited to one has one server")
  void limitIsHonouredInDetail(Cloud cloud) {
    assertLimitedToOne(detailed(cloud));
  }

  @InteropTest(id = "43a1242e-7b31-48d1-88f2-3f72aa9f2077")
  @Claim("The server list filtered by an address has the server of that address and no other")
  void addressFilters(Cloud cloud) {
    Three three = cloud.shared(FilteredServers.SHARED);
    Map<Known, String> addresses = addresses(three, cloud);

    // The filter is a pattern: the longest address is no part of another.
    Map.Entry<Known, String> longest =
        addresses.entrySet().stream()
            .max(Comparator.comparingInt(it -> it.getValue().length()))
            .orElseThrow();
    assertFinds(brief(cloud), Query.by("ip", longest.getValue()), three, longest.getKey());
  }

  @InteropTest(id = "a905e287-c35e-42f2-b132-d02b09f3654a")
  @Claim(
      "The server list filtered by what the addresses of several servers begin with has those"
          + " servers")
  void beginningOfAnAddressFilters(Cloud cloud) {
    Three three = cloud.shared(FilteredServers.SHARED);
    Map<Known, String> addresses = addresses(three, cloud);

    String common =
        addresses.values().stream().reduce(ServerFiltersConformance::common).orElseThrow();
    Query by = Query.by(common.contains(":") ? "ip6" : "ip", common);
    assertFinds(brief(cloud), by, three, three.all());
  }

  /** The brief list, in which at least three servers are. */
  private static Resource<Summary> brief(Cloud cloud) {
    cloud.shared(FilteredServers.SHARED);
    return cloud.member().compute().briefServers();
  }

  private static Resource<Server> detailed(Cloud cloud) {
    cloud.shared(FilteredServers.SHARED);
    return cloud.member().compute().detailedServers();
  }

  /** Of the three servers, these and no other. */
  private static void assertFinds(
      Resource<? extends Identified> list, Query by, Three three, Known... expected) {
    assertThat(ids(list, by))
        .as("ids in %s", call(list, by))
        .filteredOn(three.ids()::contains)
        .containsOnly(Stream.of(expected).map(Known::id).toArray(String[]::new));
  }

  /** The first address of each of the three servers, whatever compute calls its network by now. */
  private static Map<Known, String> addresses(Three three, Cloud cloud) {
    Map<Known, String> addresses = new LinkedHashMap<>();
    for (Known known : three.all()) {
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
