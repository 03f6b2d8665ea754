package org.defcore.suite.volume;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.suite.ListClaims.assertEmpty;
import static org.defcore.suite.ListClaims.assertHasOnly;
import static org.defcore.suite.ListClaims.assertPaged;
import static org.defcore.suite.ListClaims.call;
import static org.defcore.suite.volume.SourceVolume.SET;
import static org.defcore.suite.volume.SourceVolume.TYPE;
import static org.defcore.suite.volume.VolumeList.brief;
import static org.defcore.suite.volume.VolumeList.detailed;
import static org.defcore.suite.volume.VolumeList.item;

import java.util.Comparator;
import java.util.List;
import org.defcore.client.Query;
import org.defcore.client.volume.Volume;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.room.Holds;

/** The volume lists, their filters and their pages. */
@Holds(shared = VolumeList.Three.class)
final class VolumeListConformance {

  private static final Query AVAILABLE = Query.by("status", "available");

  @InteropTest(id = "0b6ddd39-b948-471f-8038-4787978747c4")
  @Claim("The brief volume list includes new volumes")
  void briefListHasTheVolumes(Cloud cloud) {
    brief(cloud).assertFinds(it -> true);
  }

  @InteropTest(id = "adcbb5a7-5ad8-4b61-bd10-5380e111a877")
  @Claim("The detailed volume list shows new volumes exactly as GET of each does")
  void detailedListHasTheVolumes(Cloud cloud) {
    detailed(cloud).assertFinds(it -> true);
  }

  @InteropTest(id = "a28e8da4-0b56-472f-87a8-0f4d3f819c02")
  @Claim("The brief volume list filtered by name shows only the volume of that name")
  void nameFilters(Cloud cloud) {
    assertNameFilters(brief(cloud));
  }

  @InteropTest(id = "2de3a6d4-12aa-403b-a8f2-fdeb42a89623")
  @Claim("The detailed volume list filtered by name shows only the volume of that name")
  void nameFiltersDetails(Cloud cloud) {
    assertNameFilters(detailed(cloud));
  }

  private static void assertNameFilters(VolumeList<?> list) {
    assertHasOnly(list.resource(), list.first().id(), list.name());
  }

  @InteropTest(id = "39654e13-734c-4dab-95ce-7613bf8407ce")
  @Claim("The brief volume list filtered by status shows only volumes of that status")
  void statusFilters(Cloud cloud) {
    brief(cloud).assertFilters("status", Volume::status, "available", "error");
  }

  @InteropTest(id = "2943f712-71ec-482a-bf49-d5ca06216b9f")
  @Claim(
      "The detailed volume list filtered by status shows only volumes of that status, "
          + "as GET of each does")
  void statusFiltersDetails(Cloud cloud) {
    detailed(cloud).assertFilters("status", Volume::status, "available", "error");
  }

  @InteropTest(id = "c0cfa863-3020-40d7-b587-e35f597d5d87")
  @Claim("The brief volume list filtered by availability zone shows only volumes of that zone")
  void zoneFilters(Cloud cloud) {
    assertZoneFilters(brief(cloud), cloud);
  }

  @InteropTest(id = "e1b80d13-94f0-4ba2-a40e-386af29f8db1")
  @Claim(
      "The detailed volume list filtered by availability zone shows only volumes of "
          + "that zone, as GET of each does")
  void zoneFiltersDetails(Cloud cloud) {
    assertZoneFilters(detailed(cloud), cloud);
  }

  /** A cloud may spread volumes over its zones. */
  private static void assertZoneFilters(VolumeList<?> list, Cloud cloud) {
    String zone = list.first().availabilityZone();
    String unknown = cloud.uniqueName("zone");

    list.assertFilters("availability_zone", Volume::availabilityZone, zone, unknown);
  }

  @InteropTest(id = "b5ebea1b-0603-40a0-bb41-15fcd0a53214")
  @Claim("The brief volume list filtered by metadata shows only volumes with these metadata")
  void metadataFilter(Cloud cloud) {
    assertMetadataFilter(brief(cloud));
  }

  @InteropTest(id = "1ca92d3c-4a8e-4b43-93f5-e4c7fb3b291d")
  @Claim("The detailed volume list filtered by metadata shows only volumes with these metadata")
  void metadataFilterDetails(Cloud cloud) {
    assertMetadataFilter(detailed(cloud));
  }

  private static void assertMetadataFilter(VolumeList<?> list) {
    list.assertFinds(it -> item(it, TYPE).equals("work"), list.metadata(TYPE));
  }

  @InteropTest(id = "777c87c1-2fc4-4883-8b8e-5c0b951d1ec8")
  @Claim("The brief volume list filtered by name and status shows only volumes that match both")
  void nameAndStatusFilter(Cloud cloud) {
    assertNameAndStatusFilter(brief(cloud));
  }

  @InteropTest(id = "856ab8ca-6009-4c37-b691-be1065528ad4")
  @Claim(
      "The detailed volume list filtered by name and status shows only volumes that "
          + "match both")
  void nameAndStatusFilterDetails(Cloud cloud) {
    assertNameAndStatusFilter(detailed(cloud));
  }

  private static void assertNameAndStatusFilter(VolumeList<?> list) {
    assertHasOnly(list.resource(), list.first().id(), list.name(), AVAILABLE);
    assertEmpty(list.resource(), list.name(), Query.by("status", "error"));
  }

  @InteropTest(id = "2a7064eb-b9c3-429b-b888-33928fc5edd3")
  @Claim(
      "The detailed volume list can be limited, filtered by status and sorted by id in "
          + "one request")
  void limitStatusAndOrderAreHonoured(Cloud cloud) {
    assertTwoSorted("asc", comparing(Volume::id), detailed(cloud));
    assertTwoSorted("desc", comparing(Volume::id).reversed(), detailed(cloud));
  }

  private static void assertTwoSorted(
      String direction, Comparator<Volume> order, VolumeList<Volume> list) {
    Query[] by = {
      Query.by("limit", 2), AVAILABLE, Query.by("sort_dir", direction), Query.by("sort_key", "id")
    };
    String call = call(list.resource(), by);

    List<Volume> found = list.resource().list(by);

    assertThat(found)
        .as("volumes in %s", call)
        .hasSize(2)
        .isEqualTo(found.stream().sorted(order).toList())
        .allMatch(it -> it.status().equals("available"), "available volumes");
    assertThat(list.three())
        .filteredOn(it -> order.compare(it, found.get(1)) < 0)
        .extracting(Volume::id)
        .as("of three volumes, those in %s that come before %s", call, found.get(1))
        .isSubsetOf(found.stream().map(Volume::id).toList());
  }

  @InteropTest(id = "e9138a2c-f67b-4796-8efa-635c196d01de")
  @Claim("The links of the detailed volume list lead through all volumes, each once")
  void detailedPagesFollowEachOther(Cloud cloud) {
    assertPagesHaveThree(detailed(cloud));
  }

  @InteropTest(id = "af55e775-8e4b-4feb-8719-215c43b0238c")
  @Claim("The links of the brief volume list lead through all volumes, each once")
  void briefPagesFollowEachOther(Cloud cloud) {
    assertPagesHaveThree(brief(cloud));
  }

  /** Other volumes come and go meanwhile, and with them the marks of their pages. */
  private static void assertPagesHaveThree(VolumeList<?> list) {
    List<String> ids = list.three().stream().map(Volume::id).toList();

    assertPaged(list.resource(), ids, Query.by("limit", 1), list.metadata(SET));
  }
}
