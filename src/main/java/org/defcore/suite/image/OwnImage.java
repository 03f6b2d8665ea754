package org.defcore.suite.image;

import static org.defcore.kit.resource.ResourceKind.IMAGE;

import org.defcore.client.Wanted;
import org.defcore.client.image.Image;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;

/** An image without data that belongs to one test alone. */
final class OwnImage {

  private OwnImage() {}

  /** The least to ask for, in the container format {@code bare}. */
  static Wanted bare(Cloud cloud, String diskFormat) {
    return Wanted.named(cloud.uniqueName("image"))
        .with("container_format", "bare")
        .with("disk_format", diskFormat);
  }

  /** Registers a private one; whoever removes it tells {@code cleanup}. */
  static Image register(Cloud cloud, Cleanup cleanup, String diskFormat) {
    Wanted image = bare(cloud, diskFormat).with("visibility", "private");
    return cleanup.create(IMAGE, image, cloud.member().image().images()::create);
  }
}
