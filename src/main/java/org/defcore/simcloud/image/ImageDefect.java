package org.defcore.simcloud.image;

import org.defcore.simcloud.defect.Defect;
import org.defcore.simcloud.defect.SpecialDefect;

/** Defects that only the image service can show. */
public enum ImageDefect implements SpecialDefect {
  DELETED_LISTED("image.images.delete.still-listed", "a deleted image stays in the list only");

  private final Defect defect;

  ImageDefect(String name, String description) {
    defect = new Defect(name, description);
  }

  @Override
  public Defect defect() {
    return defect;
  }
}
