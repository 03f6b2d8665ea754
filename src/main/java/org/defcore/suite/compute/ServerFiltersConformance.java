package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.result.ChosenFact.IMAGE;
import static org.defcore.result.ChosenFact.SECOND_FLAVOR;

import java.util.List;
import org.defcore.client.Query;
import org.defcore.client.compute.ServerSummary;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.StartHint;
import org.defcore.suite.compute.FilteredServers.Three;

/** The filters of the brief server list. */
final class ServerFiltersConformance {

  private static final String LIST = "GET /servers";

  @InteropTest(
      id = "573637f5-7325-47bb-9144-3476d0416908",
      claim = "The brief server list filtered by flavor has the server of that flavor and no other",
      start = StartHint.FIRST)
  void flavorFilters(Cloud cloud) {
    Three three = cloud.shared(new FilteredServers());

    List<String> found = ids(cloud, Query.by("flavor", cloud.fact(SECOND_FLAVOR)));

    assertThat(found)
        .as("ids in %s?flavor=%s", LIST, cloud.fact(SECOND_FLAVOR))
        .contains(three.ofOtherFlavor().id())
        .doesNotContain(three.first().id(), three.ofOtherImage().id());
  }

  @InteropTest(
      id = "05e8a8e7-9659-459a-989d-92c2f501f4ba",
      claim = "The brief server list filtered by image has the servers made from it and no other")
  void imageFilters(Cloud cloud) {
    Three three = cloud.shared(new FilteredServers());

    List<String> found = ids(cloud, Query.by("image", cloud.fact(IMAGE)));

    assertThat(found)
        .as("ids in %s?image=%s", LIST, cloud.fact(IMAGE))
        .contains(three.first().id(), three.ofOtherFlavor().id())
        .doesNotContain(three.ofOtherImage().id());
  }

  @InteropTest(
      id = "9b067a7b-7fee-4f6a-b29c-be43fe18fc5a",
      claim =
          "The brief server list filtered by a full name has the server of that name and no other")
  void nameFilters(Cloud cloud) {
    Three three = cloud.shared(new FilteredServers());

    List<String> found = ids(cloud, Query.by("name", three.first().name()));

    assertThat(found)
        .as("ids in %s?name=%s", LIST, three.first().name())
        .contains(three.first().id())
        .doesNotContain(three.ofOtherImage().id(), three.ofOtherFlavor().id());
  }

  @InteropTest(
      id = "ca78e20e-fddb-4ce6-b7f7-bcbf8605e66e",
      claim = "The brief server list filtered by status has the running servers")
  void statusFilters(Cloud cloud) {
    Three three = cloud.shared(new FilteredServers());

    List<String> found = ids(cloud, Query.by("status", "active"));

    assertThat(found)
        .as("ids in %s?status=active", LIST)
        .contains(three.first().id(), three.ofOtherImage().id(), three.ofOtherFlavor().id());
  }

  @InteropTest(
      id = "614cdfc1-d557-4bac-915b-3e67b48eee76",
      claim = "The brief server list limited to one has one server")
  void limitIsHonoured(Cloud cloud) {
    cloud.shared(new FilteredServers());

    assertThat(ids(cloud, Query.by("limit", 1))).as("%s?limit=1", LIST).hasSize(1);
  }

  @InteropTest(
      id = "e9f624ee-92af-4562-8bec-437945a18dcb",
      claim = "The server list filtered by a part of a name has the servers whose name contains it")
  void partOfANameFilters(Cloud cloud) {
    Three three = cloud.shared(new FilteredServers());
    String name = three.first().name();
    String inner = name.substring(6, name.length() - 1);

    List<String> common = ids(cloud, Query.by("name", "-instance"));
    List<String> found = ids(cloud, Query.by("name", inner));

    assertThat(common)
        .as("ids in %s?name=-instance", LIST)
        .contains(three.first().id(), three.ofOtherImage().id(), three.ofOtherFlavor().id());
    assertThat(found)
        .as("ids in %s?name=%s", LIST, inner)
        .contains(three.first().id())
        .doesNotContain(three.ofOtherImage().id(), three.ofOtherFlavor().id());
  }

  private static List<String> ids(Cloud cloud, Query filter) {
    return list(cloud, filter).stream().map(ServerSummary::id).toList();
  }

  private static List<ServerSummary> list(Cloud cloud, Query filter) {
    return cloud.as(MEMBER).compute().servers().listServers(filter);
  }
}
