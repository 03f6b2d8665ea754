package org.defcore.suite.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.suite.ListClaims.assertFilters;
import static org.defcore.suite.ListClaims.assertPaged;
import static org.defcore.suite.ListClaims.call;
import static org.defcore.suite.ListClaims.ids;
import static org.defcore.suite.ResourceClaims.assertSame;
import static org.defcore.suite.volume.ListedVolumes.item;
import static org.defcore.suite.volume.ListedVolumes.metadataOf;
import static org.defcore.suite.volume.SourceVolume.SET;
import static org.defcore.suite.volume.SourceVolume.TYPE;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Identified;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.volume.Volume;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.room.Holds;

/** The volume lists, their filters and their pages. */
@Holds(shared = ListedVolumes.class)
final class VolumeListConformance {

  private static final Query AVAILABLE = Query.by("status", "available");
  private static final Query IN_ERROR = Query.by("status", "error");

  @InteropTest(id = "0b6ddd39-b948-471f-8038-4787978747c4")
  @Claim("The brief volume list has the volumes that were created, by id and name")
  void briefListHasTheVolumes(Cloud cloud) {
    List<Volume> three = three(cloud);

    assertThat(brief(cloud).list())
        .extracting(it -> List.<Object>of(it.id(), it.name()))
        .as("ids and names in %s", call(brief(cloud)))
        .containsAll(three.stream().map(it -> List.<Object>of(it.id(), it.name())).toList());
  }

  @InteropTest(id = "adcbb5a7-5ad8-4b61-bd10-5380e111a877")
  @Claim("The detailed volume list has the volumes that were created, as each is by itself")
  void detailedListHasTheVolumes(Cloud cloud) {
    assertShows(three(cloud), cloud);
  }

  @InteropTest(id = "a28e8da4-0b56-472f-87a8-0f4d3f819c02")
  @Claim("The brief volume list filtered by a name has the volume of that name and no other")
  void nameFilters(Cloud cloud) {
    assertFindsByName(brief(cloud), cloud);
  }

  @InteropTest(id = "2de3a6d4-12aa-403b-a8f2-fdeb42a89623")
  @Claim("The detailed volume list filtered by a name has the volume of that name and no other")
  void nameFiltersDetails(Cloud cloud) {
    assertFindsByName(detailed(cloud), cloud);
  }

  private static void assertFindsByName(Resource<? extends Identified> list, Cloud cloud) {
    Volume first = three(cloud).get(0);

    assertThat(ids(list, nameOf(first)))
        .as("ids in %s", call(list, nameOf(first)))
        .containsExactly(first.id());
  }

  @InteropTest(id = "39654e13-734c-4dab-95ce-7613bf8407ce")
  @Claim(
      "The brief volume list filtered by status has the available volumes, and none of them for"
          + " another status")
  void statusFilters(Cloud cloud) {
    assertFinds(three(cloud), cloud, brief(cloud), AVAILABLE);
    assertFinds(List.of(), cloud, brief(cloud), IN_ERROR);
  }

  @InteropTest(id = "2943f712-71ec-482a-bf49-d5ca06216b9f")
  @Claim(
      "The detailed volume list filtered by status has the available volumes, as each is by"
          + " itself, and none of another status")
  void statusFiltersDetails(Cloud cloud) {
    assertShows(three(cloud), cloud, AVAILABLE);
    assertFilters(detailed(cloud), "status", "available", it -> Optional.of(it.status()));
    assertFinds(List.of(), cloud, detailed(cloud), IN_ERROR);
  }

  @InteropTest(id = "c0cfa863-3020-40d7-b587-e35f597d5d87")
  @Claim(
      "The brief volume list filtered by an availability zone has the volumes of that zone, and"
          + " none of them for a zone that does not exist")
  void zoneFilters(Cloud cloud) {
    String zone = three(cloud).get(0).availabilityZone();

    assertFinds(inZone(zone, cloud), cloud, brief(cloud), Query.by("availability_zone", zone));
    assertFinds(List.of(), cloud, brief(cloud), unknownZone(cloud));
  }

  @InteropTest(id = "e1b80d13-94f0-4ba2-a40e-386af29f8db1")
  @Claim(
      "The detailed volume list filtered by an availability zone has the volumes of that zone, as"
          + " each is by itself, and none of another zone")
  void zoneFiltersDetails(Cloud cloud) {
    String zone = three(cloud).get(0).availabilityZone();

    assertShows(inZone(zone, cloud), cloud, Query.by("availability_zone", zone));
    assertFilters(
        detailed(cloud), "availability_zone", zone, it -> Optional.of(it.availabilityZone()));
    assertFinds(List.of(), cloud, detailed(cloud), unknownZone(cloud));
  }

  /** A cloud may spread volumes over its zones. */
  private static List<Volume> inZone(String zone, Cloud cloud) {
    return three(cloud).stream().filter(it -> it.availabilityZone().equals(zone)).toList();
  }

  private static Query unknownZone(Cloud cloud) {
    return Query.by("availability_zone", cloud.uniqueName("zone"));
  }

  @InteropTest(id = "b5ebea1b-0603-40a0-bb41-15fcd0a53214")
  @Claim("The brief volume list filtered by metadata has the volumes that have them and no other")
  void metadataFilter(Cloud cloud) {
    List<Volume> three = three(cloud);

    assertFinds(three.subList(0, 2), cloud, brief(cloud), metadataOf(three.get(0), TYPE));
  }

  @InteropTest(id = "1ca92d3c-4a8e-4b43-93f5-e4c7fb3b291d")
  @Claim(
      "The detailed volume list filtered by metadata has the volumes that have them and no other")
  void metadataFilterDetails(Cloud cloud) {
    List<Volume> three = three(cloud);
    Query work = metadataOf(three.get(0), TYPE);

    assertFinds(three.subList(0, 2), cloud, detailed(cloud), work);
    assertThat(detailed(cloud).list(work))
        .extracting(it -> item(it, TYPE))
        .as("%s in the metadata of each in %s", TYPE, call(detailed(cloud), work))
        .containsOnly("work");
  }

  @InteropTest(id = "777c87c1-2fc4-4883-8b8e-5c0b951d1ec8")
  @Claim(
      "The brief volume list filtered by name and status has the volume of that name if it is in"
          + " that status, and no other")
  void nameAndStatusFilter(Cloud cloud) {
    assertFindsByNameAndStatus(brief(cloud), cloud);
  }

  @InteropTest(id = "856ab8ca-6009-4c37-b691-be1065528ad4")
  @Claim(
      "The detailed volume list filtered by name and status has the volume of that name if it is"
          + " in that status, and no other")
  void nameAndStatusFilterDetails(Cloud cloud) {
    assertFindsByNameAndStatus(detailed(cloud), cloud);
  }

  private static void assertFindsByNameAndStatus(Resource<? extends Identified> list, Cloud cloud) {
    Volume first = three(cloud).get(0);

    assertFinds(List.of(first), cloud, list, nameOf(first), AVAILABLE);
    assertFinds(List.of(), cloud, list, nameOf(first), IN_ERROR);
  }

  @InteropTest(id = "2a7064eb-b9c3-429b-b888-33928fc5edd3")
  @Claim(
      "The detailed volume list can be limited, filtered by status and sorted by id in one request,"
          + " and then has the first by that order")
  void limitStatusAndOrderAreHonoured(Cloud cloud) {
    assertTwoSorted("asc", Comparator.naturalOrder(), cloud);
    assertTwoSorted("desc", Comparator.reverseOrder(), cloud);
  }

  private static void assertTwoSorted(String direction, Comparator<String> order, Cloud cloud) {
    List<String> three = three(cloud).stream().map(Volume::id).toList();
    Query[] by = {
      Query.by("limit", 2), AVAILABLE, Query.by("sort_dir", direction), Query.by("sort_key", "id")
    };
    String call = call(detailed(cloud), by);

    List<Volume> found = detailed(cloud).list(by);

    assertThat(found)
        .extracting(Volume::id)
        .as("ids in %s", call)
        .hasSize(2)
        .isSortedAccordingTo(order);
    String last = found.get(1).id();
    assertThat(three.stream().filter(it -> order.compare(it, last) < 0))
        .as("of three volumes, those in %s that come before %s", call, last)
        .isSubsetOf(found.stream().map(Volume::id).toList());
    assertThat(found).extracting(Volume::status).as("status in %s", call).containsOnly("available");
  }

  @InteropTest(id = "e9138a2c-f67b-4796-8efa-635c196d01de")
  @Claim(
      "The pages of the detailed volume list, which are linked one to the next, have each volume"
          + " once")
  void detailedPagesFollowEachOther(Cloud cloud) {
    assertPagesHaveThree(detailed(cloud), cloud);
  }

  @InteropTest(id = "af55e775-8e4b-4feb-8719-215c43b0238c")
  @Claim(
      "The pages of the brief volume list, which are linked one to the next, have each volume once")
  void briefPagesFollowEachOther(Cloud cloud) {
    assertPagesHaveThree(brief(cloud), cloud);
  }

  /** Other volumes come and go meanwhile, and with them the marks of their pages. */
  private static void assertPagesHaveThree(Resource<? extends Identified> list, Cloud cloud) {
    List<Volume> three = three(cloud);

    assertPaged(
        list,
        three.stream().map(Volume::id).toList(),
        Query.by("limit", 1),
        metadataOf(three.get(0), SET));
  }

  /** Passes if the list has these of the three volumes and no other of them. */
  private static void assertFinds(
      List<Volume> expected, Cloud cloud, Resource<? extends Identified> list, Query... by) {
    List<String> three = three(cloud).stream().map(Volume::id).toList();
    assertThat(ids(list, by))
        .as("ids in %s", call(list, by))
        .filteredOn(three::contains)
        .containsExactlyInAnyOrderElementsOf(expected.stream().map(Volume::id).toList());
  }

  /** Passes if each is listed as it was shown; the time of its last change may differ. */
  private static void assertShows(List<Volume> expected, Cloud cloud, Query... by) {
    List<Volume> found = detailed(cloud).list(by);
    for (Volume volume : expected) {
      String place = "volume %s in %s".formatted(volume.id(), call(detailed(cloud), by));
      assertThat(found)
          .filteredOn(it -> it.id().equals(volume.id()))
          .as(place)
          .singleElement()
          .satisfies(it -> assertSame(place, volume, it, "updated_at"));
    }
  }

  private static Query nameOf(Volume volume) {
    return Query.by("name", volume.name().orElse("none"));
  }

  private static List<Volume> three(Cloud cloud) {
    return cloud.shared(ListedVolumes.SHARED);
  }

  private static Resource<Volume.Brief> brief(Cloud cloud) {
    return cloud.member().volume().briefVolumes();
  }

  private static Resource<Volume> detailed(Cloud cloud) {
    return cloud.member().volume().detailedVolumes();
  }
}
