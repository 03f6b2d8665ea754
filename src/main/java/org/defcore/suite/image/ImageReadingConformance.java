package org.defcore.suite.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Role.MEMBER;

import java.util.UUID;
import org.defcore.client.Resource;
import org.defcore.client.image.Image;
import org.defcore.client.image.SchemaDocument;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Attempts to read images that are not there, and the published form of those that are. */
final class ImageReadingConformance {

  @InteropTest(
      id = "668743d5-08ad-4480-b2b8-15da34f81d9f",
      claim = "Reading an unknown image is refused with 404")
  void unknownImageCannotBeRead(Cloud cloud) {
    Resource<Image> images = cloud.as(MEMBER).image().images();

    assertRefused(404, () -> images.get(UUID.randomUUID().toString()));
  }

  @InteropTest(
      id = "ef45000d-0a72-4781-866d-4cb7bf2562ad",
      claim = "Reading an image with an empty id is refused with 404")
  void imageWithEmptyIdCannotBeRead(Cloud cloud) {
    Resource<Image> images = cloud.as(MEMBER).image().images();

    assertRefused(404, () -> images.get(""));
  }

  @InteropTest(
      id = "622b925c-479f-4736-860d-adeaf13bc371",
      claim = "The JSON schema of an image is published under the name image")
  void schemaOfAnImageIsPublished(Cloud cloud) {
    SchemaDocument schema = cloud.as(MEMBER).image().getSchema("image");

    assertThat(schema).as("GET /v2/schemas/image").isEqualTo(new SchemaDocument("image"));
  }

  @InteropTest(
      id = "25c8d7b2-df21-460f-87ac-93130bcdc684",
      claim = "The JSON schema of the image list is published under the name images")
  void schemaOfTheImageListIsPublished(Cloud cloud) {
    SchemaDocument schema = cloud.as(MEMBER).image().getSchema("images");

    assertThat(schema).as("GET /v2/schemas/images").isEqualTo(new SchemaDocument("images"));
  }
}
