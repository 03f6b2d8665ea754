package org.defcore.simcloud.volume;

import org.defcore.simcloud.defect.Defect;
import org.defcore.simcloud.defect.SpecialDefect;

/** Defects that only the volume service can show. */
public enum VolumeDefect implements SpecialDefect {
  FILLING_REFUSED("volume.volumes.create.refuses-to-fill", "no volume is made of anything"),
  FILLING_FAILS("volume.volumes.create.fails-to-fill", "a volume made of something ends in error"),
  FILLING_STAYS("volume.volumes.create.never-fills", "a volume made of something is never done"),
  FILLING_VANISHES(
      "volume.volumes.create.drops-filled", "a volume made of something is never seen"),
  FILLING_RENAMES(
      "volume.volumes.create.renames-source", "what a volume is made of gets another name"),
  NAMES_UNIQUE("volume.volumes.update.refuses-namesakes", "no volume may bear the name of another"),
  UPLOAD_FAILS("volume.volumes.upload-image.fails", "an image vanishes, as a message says"),
  UPLOAD_FAILS_UNSAID(
      "volume.volumes.upload-image.fails-unsaid", "an image of a volume vanishes without a word"),
  UPLOAD_RENAMES(
      "volume.volumes.upload-image.renames-volume", "an uploaded volume gets another name");

  private final Defect defect;

  VolumeDefect(String name, String description) {
    defect = new Defect(name, description);
  }

  @Override
  public Defect defect() {
    return defect;
  }
}
