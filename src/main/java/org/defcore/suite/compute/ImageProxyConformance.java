package org.defcore.suite.compute;

import static org.defcore.client.Query.by;
import static org.defcore.result.ChosenFact.IMAGE;
import static org.defcore.suite.ListClaims.assertHas;
import static org.defcore.suite.ListClaims.assertHasOnly;
import static org.defcore.suite.ListClaims.assertLacks;
import static org.defcore.suite.ListClaims.assertLimitedToOne;
import static org.defcore.suite.ResourceClaims.assertShows;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.defcore.client.Identified;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.compute.ServerSnapshot;
import org.defcore.client.compute.ServerSnapshot.Seen;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.suite.Sought;
import org.defcore.suite.compute.ProxiedImages.Pair;

/** The images as compute shows them below microversion 2.36, one by one and in lists. */
final class ImageProxyConformance {

  @InteropTest(id = "490d0898-e12a-463f-aef0-c50156b9f789")
  @Claim("The compute service shows an available image by its id")
  void imageIsShown(Cloud cloud) {
    assertShows(cloud.member().compute().snapshots(), cloud.fact(IMAGE), Wanted.nameless());
  }

  @InteropTest(id = "fd51b7f4-d4a3-4331-9885-866658112a6f")
  @Claim("The brief image list of the compute service includes an available image")
  void listHasAnImage(Cloud cloud) {
    assertHas(brief(cloud), cloud.fact(IMAGE));
  }

  @InteropTest(id = "9f94cb6b-7f10-48c5-b911-a0b84d7d4cd6")
  @Claim("The detailed image list of the compute service includes an available image")
  void detailedListHasAnImage(Cloud cloud) {
    assertHas(detailed(cloud), cloud.fact(IMAGE));
  }

  @InteropTest(id = "33163b73-79f5-4d07-a7ea-9213bcc468ff")
  @Claim("Compute's brief image list filtered by name shows only the image of that name")
  void nameFilters(Cloud cloud) {
    assertNameFilters(brief(cloud), cloud);
  }

  @InteropTest(id = "644ea267-9bd9-4f3b-af9f-dffa02396a17")
  @Claim("Compute's detailed image list filtered by name shows only the image of that name")
  void nameFiltersDetails(Cloud cloud) {
    assertNameFilters(detailed(cloud), cloud);
  }

  private static void assertNameFilters(Resource<? extends Identified> list, Cloud cloud) {
    Seen first = cloud.shared(ProxiedImages.SHARED).first();
    assertHasOnly(list, first.id(), by("name", first.name()));
  }

  @InteropTest(id = "a3f5b513-aeb3-42a9-b18e-f091ef73254d")
  @Claim("Compute's brief image list filtered by status lists active images only as active")
  void statusFilters(Cloud cloud) {
    assertStatusFilters(brief(cloud), cloud);
  }

  @InteropTest(id = "9b0ea018-6185-4f71-948a-a123a107988e")
  @Claim("Compute's detailed image list filtered by status shows only images of that status")
  void statusFiltersDetails(Cloud cloud) {
    assertStatusFilters(detailed(cloud), cloud);
  }

  private static void assertStatusFilters(Resource<? extends Identified> list, Cloud cloud) {
    Pair pair = cloud.shared(ProxiedImages.SHARED);
    Sought<ServerSnapshot> both = new Sought<>(ServerSnapshot.class, pair.ids());
    both.assertFound(list, it -> it.status().equals("ACTIVE"), pair.ids(), by("status", "ACTIVE"));
    both.assertFound(list, it -> it.status().equals("SAVING"), List.of(), by("status", "SAVING"));
  }

  @InteropTest(id = "3a484ca9-67ba-451e-b494-7fcf28d32d62")
  @Claim(
      "Compute's brief image list with a limit of one shows one image a page, and its "
          + "links lead through all")
  void limitIsKept(Cloud cloud) {
    assertLimited(brief(cloud), cloud);
  }

  @InteropTest(id = "ba2fa9a9-b672-47cc-b354-3b4c0600e2cb")
  @Claim(
      "Compute's detailed image list with a limit of one shows one image a page, and "
          + "its links lead through all")
  void limitOfDetailsIsKept(Cloud cloud) {
    assertLimited(detailed(cloud), cloud);
  }

  private static void assertLimited(Resource<? extends Identified> list, Cloud cloud) {
    Pair pair = cloud.shared(ProxiedImages.SHARED);
    assertLimitedToOne(list, pair.ids(), by("minRam", pair.first().minRam()));
  }

  @InteropTest(id = "18bac3ae-da27-436c-92a9-b22474d13aab")
  @Claim(
      "Compute's brief image list filtered by changes-since includes a new image, and "
          + "none for a future date")
  void changesFilter(Cloud cloud) {
    assertChangesFilter(brief(cloud), cloud);
  }

  @InteropTest(id = "7d439e18-ac2e-4827-b049-7e18004712c4")
  @Claim(
      "Compute's detailed image list filtered by changes-since includes a new image, "
          + "and none for a future date")
  void changesFilterDetails(Cloud cloud) {
    assertChangesFilter(detailed(cloud), cloud);
  }

  private static void assertChangesFilter(Resource<? extends Identified> list, Cloud cloud) {
    Seen second = cloud.shared(ProxiedImages.SHARED).second();
    Instant since = second.created().instant();
    Instant future = Instant.now().plus(Duration.ofDays(9131)).truncatedTo(ChronoUnit.SECONDS);
    Predicate<ServerSnapshot> fits = it -> !it.updated().instant().isBefore(since);
    new Sought<>(ServerSnapshot.class, List.of(second.id()))
        .assertFound(list, fits, List.of(second.id()), by("changes-since", since));
    assertLacks(list, second.id(), by("changes-since", future));
  }

  private static Resource<ServerSnapshot.Brief> brief(Cloud cloud) {
    return cloud.member().compute().briefImages();
  }

  private static Resource<ServerSnapshot> detailed(Cloud cloud) {
    return cloud.member().compute().detailedImages();
  }
}
