package org.defcore.suite.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Refusals.assertUnknown;
import static org.defcore.kit.resource.ResourceKind.IMAGE;
import static org.defcore.suite.ResourceClaims.assertDeletesInTime;
import static org.defcore.suite.ResourceClaims.assertFields;
import static org.defcore.suite.ResourceClaims.assertSame;
import static org.defcore.suite.ResourceClaims.assertShows;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.image.Image;
import org.defcore.client.image.ImageClient;
import org.defcore.client.image.SchemaDocument;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;

/** Images one by one, from registration to deletion, and their published form. */
final class ImagesConformance {

  @InteropTest(id = "139b765e-7f3d-4b3d-8b37-3ca3876ee318")
  @Claim("A new image has no data until they are uploaded, and returns the data unchanged")
  void uploadedBytesComeBack(Cloud cloud, Cleanup cleanup) {
    ImageClient client = cloud.member().image();
    String ramdisk = UUID.randomUUID().toString();
    Wanted wanted =
        OwnImage.bare(cloud, "raw").with("visibility", "private").with("ramdisk_id", ramdisk);
    byte[] data = new byte[1024];
    ThreadLocalRandom.current().nextBytes(data);

    Image created = cleanup.create(IMAGE, wanted, client.images()::create);
    String id = created.id();
    assertFields("POST /v2/images", client.images(), wanted.with("status", "queued"), created);

    client.getNoFile(id);
    client.uploadFile(id, data);
    assertShows(client.images(), id, wanted.with("size", data.length));
    assertThat(HexFormat.of().formatHex(client.getFile(id)))
        .as("bytes in GET /v2/images/%s/file, as hexadecimal digits", id)
        .isEqualTo(HexFormat.of().formatHex(data));
  }

  @InteropTest(id = "292bd310-369b-41c7-a7a3-10276ef76753")
  @Claim("Registering an image in an unknown container format is rejected with 400")
  void unknownContainerFormatIsRefused(Cloud cloud, Cleanup cleanup) {
    Wanted image = OwnImage.bare(cloud, "vhd").with("container_format", "wrong");

    assertRefused(400, () -> cleanup.create(IMAGE, image, images(cloud)::create));
  }

  @InteropTest(id = "70c6040c-5a97-4111-9e13-e73665264ce1")
  @Claim("Registering an image in an unknown disk format is rejected with 400")
  void unknownDiskFormatIsRefused(Cloud cloud, Cleanup cleanup) {
    Wanted image = OwnImage.bare(cloud, "wrong");

    assertRefused(400, () -> cleanup.create(IMAGE, image, images(cloud)::create));
  }

  @InteropTest(id = "668743d5-08ad-4480-b2b8-15da34f81d9f")
  @Claim("Reading an unknown image returns 404")
  void unknownImageCannotBeRead(Cloud cloud) {
    assertUnknown(images(cloud)::get);
  }

  @InteropTest(id = "ef45000d-0a72-4781-866d-4cb7bf2562ad")
  @Claim("Reading an image with an empty id returns 404")
  void imageWithEmptyIdCannotBeRead(Cloud cloud) {
    assertRefused(404, () -> images(cloud).get(""));
  }

  @InteropTest(id = "f66891a7-a35c-41a8-b590-a065c2a1caa6")
  @Claim("The name of an image can be changed, and nothing else changes")
  void nameChanges(Cloud cloud, Cleanup cleanup) {
    Image created = OwnImage.register(cloud, cleanup, "qcow2");
    assertThat(created.status()).as("status in POST /v2/images").contains("queued");
    Image expected = images(cloud).having(Wanted.named(cloud.uniqueName("image")), created);

    Image changed = cloud.member().image().updateName(created.id(), expected.name().orElseThrow());

    assertSame("PATCH " + images(cloud).path(created.id()), expected, changed);
    assertShows(images(cloud), expected);
  }

  @InteropTest(id = "10407036-6059-4f95-a2cd-cbbbee7ed329")
  @Claim("A tag can be added to an image and removed, and other tags stay")
  void tagComesAndGoes(Cloud cloud, Cleanup cleanup) {
    ImageClient client = cloud.member().image();
    String first = cloud.uniqueName("tag");
    String tag = cloud.uniqueName("tag");
    Wanted wanted =
        OwnImage.bare(cloud, "raw").with("visibility", "private").with("tags", List.of(first));
    String id = cleanup.create(IMAGE, wanted, client.images()::create).id();

    client.addTag(id, tag);
    Image tagged = client.images().get(id);
    assertThat(tagged.tags())
        .as("tags in GET /v2/images/%s", id)
        .get(list(String.class))
        .containsExactlyInAnyOrder(first, tag);

    client.deleteTag(id, tag);
    assertShows(client.images(), id, Wanted.nameless().with("tags", List.of(first)));
  }

  @InteropTest(id = "39c023a2-325a-433a-9eea-649bf1414b19")
  @Claim("Removing a tag that an image does not have returns 404")
  void absentTagCannotBeRemoved(Cloud cloud, Cleanup cleanup) {
    String id = OwnImage.register(cloud, cleanup, "raw").id();

    assertRefused(404, () -> cloud.member().image().deleteTag(id, cloud.uniqueName("tag")));
  }

  @InteropTest(id = "8cd30f82-6f9a-4c6e-8034-c1b51fba43d9")
  @Claim("Tagging an unknown image returns 404")
  void unknownImageCannotBeTagged(Cloud cloud) {
    assertUnknown(it -> cloud.member().image().addTag(it, cloud.uniqueName("tag")));
  }

  @InteropTest(id = "f848bb94-1c6e-45a4-8726-39e3a5b23535")
  @Claim("A deleted image is neither listed nor found")
  void deletedImageLeavesTheList(Cloud cloud, Cleanup cleanup, Poll poll) {
    String id = OwnImage.register(cloud, cleanup, "qcow2").id();

    assertDeletesInTime(images(cloud), images(cloud), IMAGE, id, cleanup, poll);
  }

  @InteropTest(id = "e57fc127-7ba0-4693-92d7-1d8a05ebcba9")
  @Claim("Reading or deleting a deleted image returns 404")
  void deletedImageCannotBeReadOrDeletedAgain(Cloud cloud, Cleanup cleanup, Poll poll) {
    Wanted image = OwnImage.bare(cloud, "raw");
    String id = cleanup.create(IMAGE, image, images(cloud)::create).id();

    images(cloud).delete(id);
    poll.untilGone("image " + id, () -> images(cloud).get(id));
    cleanup.removed(IMAGE, id);

    assertRefused(404, () -> images(cloud).get(id));
    assertRefused(404, () -> images(cloud).delete(id));
  }

  @InteropTest(id = "6fe40f1c-57bd-4918-89cc-8500f850f3de")
  @Claim("Deleting an unknown image returns 404")
  void unknownImageCannotBeDeleted(Cloud cloud) {
    assertUnknown(images(cloud)::delete);
  }

  @InteropTest(id = "32248db1-ab88-4821-9604-c7c369f1f88c")
  @Claim("Deleting an image with an empty id returns 404")
  void imageWithEmptyIdCannotBeDeleted(Cloud cloud) {
    assertRefused(404, () -> images(cloud).delete(""));
  }

  @InteropTest(id = "622b925c-479f-4736-860d-adeaf13bc371")
  @Claim("The JSON schema of an image, with its id, is published under the name image")
  void schemaOfAnImageIsPublished(Cloud cloud) {
    assertPublished("image", "id", cloud);
  }

  @InteropTest(id = "25c8d7b2-df21-460f-87ac-93130bcdc684")
  @Claim("The JSON schema of the image list, with its images, is published under the name images")
  void schemaOfTheImageListIsPublished(Cloud cloud) {
    assertPublished("images", "images", cloud);
  }

  private static void assertPublished(String name, String property, Cloud cloud) {
    SchemaDocument schema = cloud.member().image().getSchema(name);

    assertThat(schema.name()).as("name in GET /v2/schemas/%s", name).isEqualTo(name);
    assertThat(schema.properties())
        .as("properties in GET /v2/schemas/%s", name)
        .containsKey(property);
  }

  private static Resource<Image> images(Cloud cloud) {
    return cloud.member().image().images();
  }
}
