package org.defcore.suite.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.defcore.suite.ListClaims.assertFilters;
import static org.defcore.suite.ListClaims.assertLimitedToOne;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.image.Image;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.suite.Sought;

/** The image list and its filters. */
final class ImageListConformance {

  @InteropTest(id = "1e341d7a-90a9-494c-b143-2cdf2aeb6aee")
  @Claim("The image list without parameters includes the images that were just uploaded")
  void listHasTheUploadedImages(Cloud cloud) {
    ListedImages.Pair pair = cloud.shared(ListedImages.SHARED);

    assertThat(cloud.member().image().images().list())
        .extracting(Image::id, Image::name)
        .as("ids and names in GET /v2/images")
        .contains(
            tuple(pair.qcow2().id(), pair.qcow2().name()),
            tuple(pair.raw().id(), pair.raw().name()));
  }

  @InteropTest(id = "9959ca1d-1aa7-4b7a-a1ea-0fff0499b37e")
  @Claim("The image list filtered by container format shows only images of that format")
  void containerFormatFilters(Cloud cloud) {
    assertFinds("container_format", "bare", Image::containerFormat, cloud);
  }

  @InteropTest(id = "4a4735a7-f22f-49b6-b0d9-66e1ef7453eb")
  @Claim("The image list filtered by disk format shows only images of that format")
  void diskFormatFilters(Cloud cloud) {
    assertFinds("disk_format", "raw", Image::diskFormat, cloud);
  }

  @InteropTest(id = "e914a891-3cc8-4b40-ad32-e0a39ffbddbb")
  @Claim(
      "The image list with a limit of one shows one image a page, and its links lead "
          + "through all")
  void limitIsHonoured(Cloud cloud) {
    ListedImages.Pair pair = cloud.shared(ListedImages.SHARED);

    List<String> ids = List.of(pair.qcow2().id(), pair.raw().id());
    assertLimitedToOne(cloud.member().image().images(), ids, Query.by("tag", pair.tag()));
  }

  @InteropTest(id = "4ad8c157-971a-4ba8-aa84-ed61154b1e7f")
  @Claim("The image list filtered by a size range includes a known image, and none out of range")
  void sizeRangeFilters(Cloud cloud) {
    Resource<Image> images = cloud.member().image().images();
    String id = cloud.shared(ListedImages.SHARED).raw().id();
    long size = sizeOf(id, images);

    Predicate<Image> fits = it -> it.size().filter(n -> Math.abs(n - size) <= 500).isPresent();
    Query[] range = {Query.by("size_min", size - 500), Query.by("size_max", size + 500)};
    new Sought<>(Image.class, List.of(id)).assertFound(images, fits, List.of(id), range);
  }

  @InteropTest(id = "cf1b9a48-8340-480e-af7b-fe7e17690876")
  @Claim("The image list filtered by size shows only images of that size")
  void sizeFilters(Cloud cloud) {
    String id = cloud.shared(ListedImages.SHARED).raw().id();
    long size = sizeOf(id, cloud.member().image().images());

    assertFinds("size", size, Image::size, cloud);
  }

  @InteropTest(id = "7fc9e369-0f58-4d05-9aa5-0969e2d59d15")
  @Claim("The image list filtered by status shows only images of that status")
  void statusFilters(Cloud cloud) {
    assertFinds("status", "active", Image::status, cloud);
  }

  @InteropTest(id = "7a95bb92-d99e-4b12-9718-7bc6ab73e6d2")
  @Claim("The image list filtered by visibility shows only images of that visibility")
  void visibilityFilters(Cloud cloud) {
    assertFinds("visibility", "private", Image::visibility, cloud);
  }

  /** Of the two images with data the raw one, at least, and nothing of another value. */
  private static <V> void assertFinds(
      String filter, V value, Function<Image, Optional<V>> field, Cloud cloud) {
    String raw = cloud.shared(ListedImages.SHARED).raw().id();
    assertFilters(cloud.member().image().images(), filter, value, field, raw);
  }

  private static long sizeOf(String id, Resource<Image> images) {
    Optional<Long> size = images.get(id).size();
    assertThat(size).as("size in GET /v2/images/%s after the upload", id).isPresent();
    return size.orElseThrow();
  }
}
