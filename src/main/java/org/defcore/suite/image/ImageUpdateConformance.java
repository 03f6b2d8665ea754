package org.defcore.suite.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;

import org.defcore.client.image.Image;
import org.defcore.client.image.ImageClient;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Changes to an image by patch. */
final class ImageUpdateConformance {

  @InteropTest(
      id = "f66891a7-a35c-41a8-b590-a065c2a1caa6",
      claim = "The name of an image can be changed, and its id stays")
  void nameChanges(Cloud cloud, Cleanup cleanup) {
    ImageClient images = cloud.as(MEMBER).image();
    Image created = OwnImage.register(cloud, cleanup, "qcow2");
    String id = created.id();
    String renamed = cloud.uniqueName("image");

    images.updateName(id, renamed);

    Image read = images.images().get(id);
    assertThat(created.status()).as("status in POST /v2/images").contains("queued");
    assertThat(read.id()).as("id in GET /v2/images/%s", id).isEqualTo(id);
    assertThat(read.name()).as("name in GET /v2/images/%s", id).contains(renamed);
  }
}
