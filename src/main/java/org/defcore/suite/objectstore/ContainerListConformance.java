package org.defcore.suite.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.defcore.suite.objectstore.ListedObjects.NAMES;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.defcore.client.Query;
import org.defcore.client.objectstore.ListedObject;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Lists of the objects in a container. */
final class ContainerListConformance {

  @InteropTest(id = "312ff6bd-5290-497f-bda1-7c5fec6697ab")
  @Claim("A container lists the names of its objects, one a line and in order")
  void objectsAreListed(Cloud cloud) {
    assertLists(cloud, NAMES);
  }

  @InteropTest(id = "4646ac2d-9bfb-4c7d-a3c5-0f527402b3df")
  @Claim("A container without objects lists nothing")
  void emptyContainerListsNothing(Cloud cloud, Cleanup cleanup) {
    OwnContainer.make(cloud, cleanup).assertLists(List.of());
  }

  @InteropTest(id = "196f5034-6ab0-4032-9da9-a937bbb9fba9")
  @Claim("The object list as JSON has name, MD5, size, type and time of each object")
  void objectsAreListedAsJson(Cloud cloud) {
    OwnContainer container = ListedObjects.of(cloud);

    List<ListedObject> listed = container.store().entries(container.path(), ListedObject[].class);

    assertThat(listed)
        .extracting(ListedObject::name, ListedObject::hash, ListedObject::bytes, ListedObject::type)
        .as("name, hash, bytes and content_type in GET %s?format=json", container.path())
        .isEqualTo(NAMES.stream().map(ContainerListConformance::entry).toList());
    assertThat(listed)
        .extracting(ListedObject::changed)
        .as("last_modified in GET %s?format=json", container.path())
        .allMatch(it -> it.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*"), "times");
  }

  private static Tuple entry(String name) {
    byte[] data = ListedObjects.data(name);
    return tuple(name, Checksum.md5(data), (long) data.length, ListedObjects.TYPE);
  }

  @InteropTest(id = "fe323a32-57b9-4704-a996-2e68f83b09bc")
  @Claim("The object list with a delimiter shows names up to it, each once")
  void listStopsAtTheDelimiter(Cloud cloud) {
    assertLists(cloud, List.of("apple", "fruit/", "fruitcake", "pear"), Query.by("delimiter", "/"));
  }

  @InteropTest(id = "55b4fa5c-e12e-4ca9-8fcf-a79afe118522")
  @Claim("The object list with an end marker shows the names before it")
  void listEndsBeforeTheEndMarker(Cloud cloud) {
    assertLists(cloud, NAMES.subList(0, 2), Query.by("end_marker", NAMES.get(2)));
  }

  @InteropTest(id = "297ec38b-2b61-4ff4-bcd1-7fa055e97b61")
  @Claim("The object list with a limit shows the first names, as many as the limit")
  void listKeepsTheLimit(Cloud cloud) {
    assertLists(cloud, NAMES.subList(0, 2), Query.by("limit", 2));
    assertLists(cloud, NAMES, Query.by("limit", 5));
  }

  @InteropTest(id = "c31ddc63-2a58-4f6b-b25c-94d2937e6867")
  @Claim("The object list with a marker shows the names after it")
  void listBeginsAfterTheMarker(Cloud cloud) {
    assertLists(cloud, NAMES.subList(2, 5), Query.by("marker", NAMES.get(1)));
  }

  @InteropTest(id = "58ca6cc9-6af0-408d-aaec-2a6a7b2f0df9")
  @Claim("The object list with a path shows only the objects below it")
  void listOfAPathHasWhatIsBelow(Cloud cloud) {
    assertLists(cloud, NAMES.subList(1, 3), Query.by("path", "fruit"));
  }

  @InteropTest(id = "77e742c7-caf2-4ec9-8aa4-f7d509a3344c")
  @Claim("The object list with a prefix shows only names that begin with it")
  void listHasThePrefix(Cloud cloud) {
    assertLists(cloud, NAMES.subList(2, 3), Query.by("prefix", "fruit/k"));
  }

  private static void assertLists(Cloud cloud, List<String> names, Query... by) {
    ListedObjects.of(cloud).assertLists(names, by);
  }
}
