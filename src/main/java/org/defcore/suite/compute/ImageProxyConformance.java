package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.result.ChosenFact.IMAGE;
import static org.defcore.suite.ListClaims.assertHas;
import static org.defcore.suite.ListClaims.assertHasOnly;
import static org.defcore.suite.ListClaims.assertLimitedToOne;
import static org.defcore.suite.ListClaims.call;
import static org.defcore.suite.ListClaims.ids;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.defcore.client.Identified;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.compute.ServerSnapshot;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** The images as compute shows them below microversion 2.36, one by one and in lists. */
final class ImageProxyConformance {

  @InteropTest(id = "490d0898-e12a-463f-aef0-c50156b9f789")
  @Claim("An image that the project can use is shown by its id through the compute service")
  void imageIsShown(Cloud cloud) {
    String image = cloud.fact(IMAGE);

    ServerSnapshot shown = cloud.member().compute().snapshots().get(image);

    assertThat(shown.id()).as("image.id in GET /images/%s", image).isEqualTo(image);
  }

  @InteropTest(id = "fd51b7f4-d4a3-4331-9885-866658112a6f")
  @Claim("The brief image list of the compute service has an image that the project can use")
  void listHasAnImage(Cloud cloud) {
    assertHas(brief(cloud), cloud.fact(IMAGE));
  }

  @InteropTest(id = "9f94cb6b-7f10-48c5-b911-a0b84d7d4cd6")
  @Claim("The detailed image list of the compute service has an image that the project can use")
  void detailedListHasAnImage(Cloud cloud) {
    assertHas(detailed(cloud), cloud.fact(IMAGE));
  }

  @InteropTest(id = "33163b73-79f5-4d07-a7ea-9213bcc468ff")
  @Claim(
      "The brief image list of the compute service filtered by name has the image of that"
          + " name only")
  void nameFilters(Cloud cloud) {
    assertNameFilters(brief(cloud), cloud);
  }

  @InteropTest(id = "644ea267-9bd9-4f3b-af9f-dffa02396a17")
  @Claim(
      "The detailed image list of the compute service filtered by name has the image of"
          + " that name only")
  void nameFiltersDetails(Cloud cloud) {
    assertNameFilters(detailed(cloud), cloud);
  }

  private static void assertNameFilters(Resource<? extends Identified> list, Cloud cloud) {
    ServerSnapshot first = cloud.shared(ProxiedImages.SHARED).first();
    assertHasOnly(list, first.id(), Query.by("name", first.name().orElseThrow()));
  }

  @InteropTest(id = "a3f5b513-aeb3-42a9-b18e-f091ef73254d")
  @Claim(
      "The brief image list of the compute service filtered by status has active images as"
          + " active only")
  void statusFilters(Cloud cloud) {
    assertStatusFilters(brief(cloud), cloud);
  }

  @InteropTest(id = "9b0ea018-6185-4f71-948a-a123a107988e")
  @Claim(
      "The detailed image list of the compute service filtered by status has active images"
          + " as active only")
  void statusFiltersDetails(Cloud cloud) {
    assertStatusFilters(detailed(cloud), cloud);
  }

  private static void assertStatusFilters(Resource<? extends Identified> list, Cloud cloud) {
    String[] active = cloud.shared(ProxiedImages.SHARED).ids();
    assertFinds(list, Query.by("status", "ACTIVE"), active);
    assertMisses(list, Query.by("status", "SAVING"), active);
  }

  @InteropTest(id = "3a484ca9-67ba-451e-b494-7fcf28d32d62")
  @Claim("The brief image list of the compute service keeps a limit of one")
  void limitIsKept(Cloud cloud) {
    cloud.shared(ProxiedImages.SHARED);

    assertLimitedToOne(brief(cloud));
  }

  @InteropTest(id = "ba2fa9a9-b672-47cc-b354-3b4c0600e2cb")
  @Claim("The detailed image list of the compute service keeps a limit of one")
  void limitOfDetailsIsKept(Cloud cloud) {
    cloud.shared(ProxiedImages.SHARED);

    assertLimitedToOne(detailed(cloud));
  }

  @InteropTest(id = "18bac3ae-da27-436c-92a9-b22474d13aab")
  @Claim(
      "The brief image list of the compute service has an image among the changes since it"
          + " was created, and not among those since a date in the far future")
  void changesFilter(Cloud cloud) {
    assertChangesFilter(brief(cloud), cloud);
  }

  @InteropTest(id = "7d439e18-ac2e-4827-b049-7e18004712c4")
  @Claim(
      "The detailed image list of the compute service has an image among the changes since"
          + " it was created, and not among those since a date in the far future")
  void changesFilterDetails(Cloud cloud) {
    assertChangesFilter(detailed(cloud), cloud);
  }

  private static void assertChangesFilter(Resource<? extends Identified> list, Cloud cloud) {
    ServerSnapshot second = cloud.shared(ProxiedImages.SHARED).second();
    Instant future = Instant.now().plus(Duration.ofDays(9131)).truncatedTo(ChronoUnit.SECONDS);
    assertFinds(list, Query.by("changes-since", second.created().instant()), second.id());
    assertMisses(list, Query.by("changes-since", future), second.id());
  }

  private static void assertFinds(Resource<? extends Identified> list, Query by, String... ids) {
    assertThat(ids(list, by)).as("ids in %s", call(list, by)).contains(ids);
  }

  private static void assertMisses(Resource<? extends Identified> list, Query by, String... ids) {
    assertThat(ids(list, by)).as("ids in %s", call(list, by)).doesNotContain(ids);
  }

  private static Resource<ServerSnapshot.Brief> brief(Cloud cloud) {
    return cloud.member().compute().briefImages();
  }

  private static Resource<ServerSnapshot> detailed(Cloud cloud) {
    return cloud.member().compute().detailedImages();
  }
}
