package org.defcore.suite.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;
import static org.defcore.suite.ListClaims.assertFilters;
import static org.defcore.suite.ListClaims.assertHas;
import static org.defcore.suite.ListClaims.assertLimitedToOne;

import java.util.List;
import java.util.Optional;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.image.Image;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** The image list and its filters. */
final class ImageListConformance {

  @InteropTest(id = "1e341d7a-90a9-494c-b143-2cdf2aeb6aee")
  @Claim("The image list without parameters has the images that were just uploaded")
  void listHasTheUploadedImages(Cloud cloud) {
    ListedImages.Pair pair = cloud.shared(ListedImages.SHARED);

    assertHas(cloud.member().image().images(), pair.qcow2().id(), pair.raw().id());
  }

  @InteropTest(id = "9959ca1d-1aa7-4b7a-a1ea-0fff0499b37e")
  @Claim("The image list filtered by container format has images of that format only")
  void containerFormatFilters(Cloud cloud) {
    assertFilters(listed(cloud), "container_format", "bare", Image::containerFormat);
  }

  @InteropTest(id = "4a4735a7-f22f-49b6-b0d9-66e1ef7453eb")
  @Claim("The image list filtered by disk format has images of that format only")
  void diskFormatFilters(Cloud cloud) {
    assertFilters(listed(cloud), "disk_format", "raw", Image::diskFormat);
  }

  @InteropTest(id = "e914a891-3cc8-4b40-ad32-e0a39ffbddbb")
  @Claim("The image list limited to one has one image")
  void limitIsHonoured(Cloud cloud) {
    assertLimitedToOne(listed(cloud));
  }

  @InteropTest(id = "4ad8c157-971a-4ba8-aa84-ed61154b1e7f")
  @Claim(
      "The image list filtered by a range of sizes has a known image of that size and none outside"
          + " the range")
  void sizeRangeFilters(Cloud cloud) {
    Resource<Image> images = listed(cloud);
    String id = cloud.shared(ListedImages.SHARED).qcow2().id();
    long size = sizeOf(id, images);

    List<Image> found =
        images.list(Query.by("size_min", size - 500), Query.by("size_max", size + 500));

    assertThat(found)
        .extracting(Image::id)
        .as("ids in GET /v2/images with size_min and size_max")
        .contains(id);
    assertThat(found)
        .as("sizes in GET /v2/images with size_min and size_max")
        .allSatisfy(it -> assertThat(it.size()).get(LONG).isBetween(size - 500, size + 500));
  }

  @InteropTest(id = "cf1b9a48-8340-480e-af7b-fe7e17690876")
  @Claim("The image list filtered by a size has images of that size only")
  void sizeFilters(Cloud cloud) {
    long size = sizeOf(cloud.shared(ListedImages.SHARED).qcow2().id(), listed(cloud));

    assertFilters(listed(cloud), "size", size, Image::size);
  }

  @InteropTest(id = "7fc9e369-0f58-4d05-9aa5-0969e2d59d15")
  @Claim("The image list filtered by status has images of that status only")
  void statusFilters(Cloud cloud) {
    assertFilters(listed(cloud), "status", "active", Image::status);
  }

  @InteropTest(id = "7a95bb92-d99e-4b12-9718-7bc6ab73e6d2")
  @Claim("The image list filtered by visibility has images of that visibility only")
  void visibilityFilters(Cloud cloud) {
    assertFilters(listed(cloud), "visibility", "private", Image::visibility);
  }

  /** The images of the cloud, of which at least two are there. */
  private static Resource<Image> listed(Cloud cloud) {
    cloud.shared(ListedImages.SHARED);
    return cloud.member().image().images();
  }

  private static long sizeOf(String id, Resource<Image> images) {
    Optional<Long> size = images.get(id).size();
    assertThat(size).as("size in GET /v2/images/%s after the upload", id).isPresent();
    return size.orElseThrow();
  }
}
