package org.defcore.suite.image;

import static org.defcore.kit.Role.MEMBER;
import static org.defcore.kit.resource.ResourceKind.IMAGE;

import org.defcore.client.image.Image;
import org.defcore.client.image.NewImage;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;

/** An image without data that belongs to one test alone. */
final class OwnImage {

  private OwnImage() {}

  /** Registers a private one; whoever removes it tells {@code cleanup}. */
  static Image register(Cloud cloud, Cleanup cleanup, String diskFormat) {
    String name = cloud.uniqueName("image");
    NewImage image = NewImage.bare(name, diskFormat).with("visibility", "private");
    return cleanup.create(
        IMAGE, name, () -> cloud.as(MEMBER).image().images().create(image), Image::id);
  }
}
