package org.defcore.suite.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.kit.resource.ResourceKind.IMAGE;

import java.util.UUID;
import org.defcore.client.Resource;
import org.defcore.client.image.Image;
import org.defcore.client.image.NewImage;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;

/** Images that are deleted, and attempts to delete what is not there. */
final class ImageDeletionConformance {

  @InteropTest(
      id = "f848bb94-1c6e-45a4-8726-39e3a5b23535",
      claim = "A deleted image can no longer be read and is no longer listed")
  void deletedImageLeavesTheList(Cloud cloud, Cleanup cleanup, Poll poll) {
    Resource<Image> images = cloud.as(MEMBER).image().images();
    String id = OwnImage.register(cloud, cleanup, "qcow2").id();

    images.delete(id);

    poll.untilGone("image " + id + " to be gone", () -> images.get(id));
    cleanup.removed(IMAGE, id);
    assertThat(images.list()).extracting(Image::id).as("ids in GET /v2/images").doesNotContain(id);
  }

  @InteropTest(
      id = "e57fc127-7ba0-4693-92d7-1d8a05ebcba9",
      claim = "A deleted image can be neither read nor deleted again")
  void deletedImageCannotBeReadOrDeletedAgain(Cloud cloud, Cleanup cleanup, Poll poll) {
    Resource<Image> images = cloud.as(MEMBER).image().images();
    String name = cloud.uniqueName("image");
    String id =
        cleanup
            .create(IMAGE, name, () -> images.create(NewImage.bare(name, "raw")), Image::id)
            .id();

    images.delete(id);

    poll.untilGone("image " + id + " to be gone", () -> images.get(id));
    cleanup.removed(IMAGE, id);
    assertRefused(404, () -> images.get(id));
    assertRefused(404, () -> images.delete(id));
  }

  @InteropTest(
      id = "6fe40f1c-57bd-4918-89cc-8500f850f3de",
      claim = "Deleting an unknown image is refused with 404")
  void unknownImageCannotBeDeleted(Cloud cloud) {
    Resource<Image> images = cloud.as(MEMBER).image().images();

    assertRefused(404, () -> images.delete(UUID.randomUUID().toString()));
  }

  @InteropTest(
      id = "32248db1-ab88-4821-9604-c7c369f1f88c",
      claim = "Deleting an image with an empty id is refused with 404")
  void imageWithEmptyIdCannotBeDeleted(Cloud cloud) {
    Resource<Image> images = cloud.as(MEMBER).image().images();

    assertRefused(404, () -> images.delete(""));
  }
}
