package org.defcore.suite.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.kit.resource.ResourceKind.IMAGE;

import java.io.ByteArrayInputStream;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.defcore.client.Resource;
import org.defcore.client.image.Image;
import org.defcore.client.image.ImageClient;
import org.defcore.client.image.NewImage;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Images on their way in: registration, upload, and what is refused. */
final class ImageRegistrationConformance {

  @InteropTest(
      id = "139b765e-7f3d-4b3d-8b37-3ca3876ee318",
      claim =
          "An image can be registered, has no data until they are uploaded, and then gives"
              + " them back")
  void uploadedBytesComeBack(Cloud cloud, Cleanup cleanup) {
    ImageClient images = cloud.as(MEMBER).image();
    String name = cloud.uniqueName("image");
    String ramdisk = UUID.randomUUID().toString();
    NewImage image =
        NewImage.bare(name, "raw").with("visibility", "private").with("ramdisk_id", ramdisk);
    byte[] data = new byte[1024];
    ThreadLocalRandom.current().nextBytes(data);

    Image created = cleanup.create(IMAGE, name, () -> images.images().create(image), Image::id);

    String id = created.id();
    assertThat(created.name()).as("name in POST /v2/images").contains(name);
    assertThat(created.visibility()).as("visibility in POST /v2/images").contains("private");
    assertThat(created.status()).as("status in POST /v2/images").contains("queued");
    images.getNoFile(id);
    images.uploadFile(id, data);
    Image uploaded = images.images().get(id);
    assertThat(uploaded.id()).as("id in GET /v2/images/%s", id).isEqualTo(id);
    assertThat(uploaded.name()).as("name in GET /v2/images/%s", id).contains(name);
    assertThat(uploaded.ramdiskId()).as("ramdisk_id in GET /v2/images/%s", id).contains(ramdisk);
    assertThat(uploaded.size()).as("size in GET /v2/images/%s", id).contains(1024L);
    assertThat(new ByteArrayInputStream(images.getFile(id)))
        .as("GET /v2/images/%s/file", id)
        .hasBinaryContent(data);
  }

  @InteropTest(
      id = "292bd310-369b-41c7-a7a3-10276ef76753",
      claim = "Registering an image in an unknown container format is refused with 400")
  void unknownContainerFormatIsRefused(Cloud cloud, Cleanup cleanup) {
    assertRefusedAtOnce(
        NewImage.bare(cloud.uniqueName("image"), "vhd").inContainer("wrong"), cloud, cleanup);
  }

  @InteropTest(
      id = "70c6040c-5a97-4111-9e13-e73665264ce1",
      claim = "Registering an image in an unknown disk format is refused with 400")
  void unknownDiskFormatIsRefused(Cloud cloud, Cleanup cleanup) {
    assertRefusedAtOnce(NewImage.bare(cloud.uniqueName("image"), "wrong"), cloud, cleanup);
  }

  private static void assertRefusedAtOnce(NewImage image, Cloud cloud, Cleanup cleanup) {
    Resource<Image> images = cloud.as(MEMBER).image().images();

    assertRefused(
        400, () -> cleanup.create(IMAGE, image.name(), () -> images.create(image), Image::id));
  }
}
