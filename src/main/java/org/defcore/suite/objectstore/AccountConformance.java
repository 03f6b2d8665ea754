package org.defcore.suite.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.OTHER_MEMBER;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.client.Query;
import org.defcore.client.objectstore.ListedContainer;
import org.defcore.client.objectstore.Listing;
import org.defcore.client.objectstore.ObjectStoreClient;
import org.defcore.client.objectstore.StoreHeaders;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.result.NeedUnmet;

/** Lists of the containers in an account, which may have others, and its metadata. */
final class AccountConformance {

  /** Metadata with a meaning of their own, and those of tests of this or another run. */
  private static final String KNOWN =
      "x-account-meta-((temp-url-key|quota)-?.*|.*" + AccountMetadataConformance.KIND + "-\\d+)";

  @InteropTest(id = "3499406a-ae53-4f8c-b43a-133d4dc6fe3f")
  @Claim("An account lists the names of its containers, one a line and in order")
  void containersAreListed(Cloud cloud) {
    ObjectStoreClient store = cloud.member().objectStore();
    List<String> own = cloud.shared(ListedContainers.SHARED);
    List<String> names = store.list("").names();
    List<String> all = new ArrayList<>(names);
    while (!names.isEmpty() && last(names).compareTo(last(own)) < 0) {
      String marker = last(names);
      names = store.list("", Query.by("marker", marker)).names();
      assertThat(names)
          .as("names in GET /?marker=%s", marker)
          .allMatch(it -> it.compareTo(marker) > 0, "names after the marker");
      all.addAll(names);
    }
    assertThat(all).as("names in GET /").containsSubsequence(own);
  }

  private static String last(List<String> names) {
    return names.get(names.size() - 1);
  }

  @InteropTest(id = "884ec421-fbad-4fcc-916b-0580f2699565")
  @Claim("The account of another user lists containers exactly if it counts some")
  void accountOfNobodysContainersListsNothing(Cloud cloud) {
    Listing listing = cloud.as(OTHER_MEMBER).objectStore().list("");

    assertThat(listing.names().isEmpty())
        .as("that nothing is listed in GET /, as X-Account-Container-Count says")
        .isEqualTo(listing.headers().count("X-Account-Container-Count") == 0);
  }

  @InteropTest(id = "1c7efa35-e8a2-4b0b-b5ff-862c7fd83704")
  @Claim("The container list as JSON has name, number of objects and size of each container")
  void containersAreListedAsJson(Cloud cloud) {
    List<String> own = cloud.shared(ListedContainers.SHARED);

    assertThat(cloud.member().objectStore().entries("", ListedContainer[].class, prefix(own)))
        .as("name, count and bytes in GET /?format=json")
        .isEqualTo(own.stream().map(it -> new ListedContainer(it, 0, 0)).toList());
  }

  @InteropTest(id = "5cfa4ab2-4373-48dd-a41f-a532b12b08b2")
  @Claim("The container list with a limit shows the first names, as many as the limit")
  void listKeepsTheLimit(Cloud cloud) {
    for (int limit : List.of(1, 3, 6)) {
      assertLists(cloud, 0, limit, Query.by("limit", limit));
    }
  }

  @InteropTest(id = "638f876d-6a43-482a-bbb3-0840bca101c6")
  @Claim("The container list with a marker shows the names after it")
  void listBeginsAfterTheMarker(Cloud cloud) {
    assertLists(cloud, 6, 6, marker(cloud, 5));
    assertLists(cloud, 4, 6, marker(cloud, 3));
  }

  @InteropTest(id = "5ca164e4-7bde-43fa-bafb-913b53b9e786")
  @Claim("The container list with an end marker shows the names before it")
  void listEndsBeforeTheEndMarker(Cloud cloud) {
    assertLists(cloud, 0, 0, endMarker(cloud, 0));
    assertLists(cloud, 0, 3, endMarker(cloud, 3));
  }

  @InteropTest(id = "ac8502c2-d4e4-4f68-85a6-40befea2ef5e")
  @Claim("The container list with a marker and an end marker shows the names between them")
  void listIsBetweenTheMarkers(Cloud cloud) {
    assertLists(cloud, 1, 5, marker(cloud, 0), endMarker(cloud, 5));
  }

  @InteropTest(id = "f7064ae8-dbcc-48da-b594-82feef6ea5af")
  @Claim("The container list with a marker respects a limit, including 0")
  void listAfterTheMarkerKeepsTheLimit(Cloud cloud) {
    for (int limit : List.of(0, 2, 9)) {
      assertLists(cloud, 2, Math.min(2 + limit, 6), marker(cloud, 1), Query.by("limit", limit));
    }
  }

  @InteropTest(id = "888a3f0e-7214-4806-8e50-5e0c9a69bb5e")
  @Claim("The container list with an end marker respects a limit")
  void listBeforeTheEndMarkerKeepsTheLimit(Cloud cloud) {
    for (int limit : List.of(1, 3, 6)) {
      assertLists(cloud, 0, Math.min(limit, 3), endMarker(cloud, 3), Query.by("limit", limit));
    }
  }

  @InteropTest(id = "8cf98d9c-e3a0-4e44-971b-c87656fdddbd")
  @Claim("The container list with both markers respects a limit")
  void listBetweenTheMarkersKeepsTheLimit(Cloud cloud) {
    for (int limit : List.of(1, 4, 6)) {
      assertLists(
          cloud,
          1,
          Math.min(1 + limit, 5),
          marker(cloud, 0),
          endMarker(cloud, 5),
          Query.by("limit", limit));
    }
  }

  @InteropTest(id = "b904c2e3-24c2-4dba-ad7d-04e90a761be5")
  @Claim("An account shows no metadata except quotas, temporary URL keys and those of tests")
  void accountHasNoMetadata(Cloud cloud) {
    cloud.shared(ListedContainers.SHARED);
    ObjectStoreClient store = cloud.member().objectStore();
    List<String> set = metadata(store.list("", Query.by("limit", 1)).headers());
    if (!set.isEmpty()) {
      throw new NeedUnmet(
          "setting", "the account has metadata of its user, %s: remove it".formatted(set));
    }

    assertThat(metadata(store.show(""))).as("headers X-Account-Meta-* in HEAD /").isEmpty();
  }

  private static List<String> metadata(StoreHeaders account) {
    return account.names("x-account-meta-").stream().filter(it -> !it.matches(KNOWN)).toList();
  }

  /** Passes if the own containers that are listed are these. */
  private static void assertLists(Cloud cloud, int from, int to, Query... by) {
    List<String> own = cloud.shared(ListedContainers.SHARED);
    Query[] all = Stream.concat(Stream.of(prefix(own)), Stream.of(by)).toArray(Query[]::new);
    OwnContainer.assertLists(cloud.member().objectStore(), "", own.subList(from, to), all);
  }

  private static Query prefix(List<String> own) {
    return Query.by("prefix", ListedContainers.prefix(own));
  }

  private static Query marker(Cloud cloud, int index) {
    return Query.by("marker", cloud.shared(ListedContainers.SHARED).get(index));
  }

  private static Query endMarker(Cloud cloud, int index) {
    return Query.by("end_marker", cloud.shared(ListedContainers.SHARED).get(index));
  }
}
