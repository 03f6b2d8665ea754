package org.defcore.suite.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Role.MEMBER;

import java.util.UUID;
import org.defcore.client.image.Image;
import org.defcore.client.image.ImageClient;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Tags that come to images and leave them. */
final class ImageTagsConformance {

  @InteropTest(
      id = "10407036-6059-4f95-a2cd-cbbbee7ed329",
      claim = "A tag can be added to an image and removed again")
  void tagComesAndGoes(Cloud cloud, Cleanup cleanup) {
    ImageClient images = cloud.as(MEMBER).image();
    String id = OwnImage.register(cloud, cleanup, "raw").id();
    String tag = cloud.uniqueName("tag");

    images.addTag(id, tag);
    Image tagged = images.images().get(id);
    images.deleteTag(id, tag);
    Image untagged = images.images().get(id);

    assertThat(tagged.tags())
        .as("tags in GET /v2/images/%s after PUT", id)
        .get(list(String.class))
        .contains(tag);
    assertThat(untagged.tags())
        .as("tags in GET /v2/images/%s after DELETE", id)
        .get(list(String.class))
        .doesNotContain(tag);
  }

  @InteropTest(
      id = "39c023a2-325a-433a-9eea-649bf1414b19",
      claim = "Removing a tag that an image does not have is refused with 404")
  void absentTagCannotBeRemoved(Cloud cloud, Cleanup cleanup) {
    ImageClient images = cloud.as(MEMBER).image();
    String id = OwnImage.register(cloud, cleanup, "raw").id();

    assertRefused(404, () -> images.deleteTag(id, cloud.uniqueName("tag")));
  }

  @InteropTest(
      id = "8cd30f82-6f9a-4c6e-8034-c1b51fba43d9",
      claim = "Tagging an unknown image is refused with 404")
  void unknownImageCannotBeTagged(Cloud cloud) {
    ImageClient images = cloud.as(MEMBER).image();

    assertRefused(404, () -> images.addTag(UUID.randomUUID().toString(), cloud.uniqueName("tag")));
  }
}
