package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.result.ChosenFact.IMAGE;
import static org.defcore.result.ChosenFact.SECOND_FLAVOR;

import java.util.List;
import org.defcore.client.Query;
import org.defcore.client.compute.Server;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.suite.compute.FilteredServers.Three;

/** The filters of the detailed server list. */
final class DetailedServerFiltersConformance {

  private static final String LIST = "GET /servers/detail";

  @InteropTest(
      id = "80c574cc-0925-44ba-8602-299028357dd9",
      claim =
          "The detailed server list filtered by flavor has the server of that flavor and no other")
  void flavorFilters(Cloud cloud) {
    Three three = cloud.shared(new FilteredServers());

    List<String> found = ids(cloud, Query.by("flavor", cloud.fact(SECOND_FLAVOR)));

    assertThat(found)
        .as("ids in %s?flavor=%s", LIST, cloud.fact(SECOND_FLAVOR))
        .contains(three.ofOtherFlavor().id())
        .doesNotContain(three.first().id(), three.ofOtherImage().id());
  }

  @InteropTest(
      id = "b3304c3b-97df-46d2-8cd3-e2b6659724e7",
      claim =
          "The detailed server list filtered by image has the servers made from it and no other")
  void imageFilters(Cloud cloud) {
    Three three = cloud.shared(new FilteredServers());

    List<String> found = ids(cloud, Query.by("image", cloud.fact(IMAGE)));

    assertThat(found)
        .as("ids in %s?image=%s", LIST, cloud.fact(IMAGE))
        .contains(three.first().id(), three.ofOtherFlavor().id())
        .doesNotContain(three.ofOtherImage().id());
  }

  @InteropTest(
      id = "f9eb2b70-735f-416c-b260-9914ac6181e4",
      claim =
          "The detailed server list filtered by a full name has the server of that name and no other")
  void nameFilters(Cloud cloud) {
    Three three = cloud.shared(new FilteredServers());

    List<String> found = ids(cloud, Query.by("name", three.first().name()));

    assertThat(found)
        .as("ids in %s?name=%s", LIST, three.first().name())
        .contains(three.first().id())
        .doesNotContain(three.ofOtherImage().id(), three.ofOtherFlavor().id());
  }

  @InteropTest(
      id = "de2612ab-b7dd-4044-b0b1-d2539601911f",
      claim = "The detailed server list filtered by status has the running servers, each as ACTIVE")
  void statusFilters(Cloud cloud) {
    Three three = cloud.shared(new FilteredServers());

    List<Server> found = list(cloud, Query.by("status", "active"));

    assertThat(found)
        .as("servers in %s?status=active", LIST)
        .extracting(Server::id)
        .contains(three.first().id(), three.ofOtherImage().id(), three.ofOtherFlavor().id());
    assertThat(found)
        .filteredOn(it -> three.all().stream().anyMatch(known -> known.id().equals(it.id())))
        .extracting(Server::status)
        .as("status of the three in %s?status=active", LIST)
        .containsOnly("ACTIVE");
  }

  @InteropTest(
      id = "67aec2d0-35fe-4503-9f92-f13272b867ed",
      claim = "The detailed server list limited to one has one server")
  void limitIsHonoured(Cloud cloud) {
    cloud.shared(new FilteredServers());

    assertThat(ids(cloud, Query.by("limit", 1))).as("%s?limit=1", LIST).hasSize(1);
  }

  private static List<String> ids(Cloud cloud, Query filter) {
    return list(cloud, filter).stream().map(Server::id).toList();
  }

  private static List<Server> list(Cloud cloud, Query filter) {
    return cloud.as(MEMBER).compute().servers().listServersInDetail(filter);
  }
}
