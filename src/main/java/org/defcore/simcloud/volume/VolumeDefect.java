package org.defcore.simcloud.volume;

import org.defcore.simcloud.defect.Defect;
import org.defcore.simcloud.defect.SpecialDefect;

/** Defects that only the volume service can show. */
public enum VolumeDefect implements SpecialDefect {
  FILLING_REFUSED(
      "volume.volumes.create.refuses-to-fill", "no volume can be created from a source"),
  FILLING_FAILS("volume.volumes.create.fails-to-fill", "a volume from a source ends in error"),
  FILLING_STAYS("volume.volumes.create.never-fills", "a volume from a source stays creating"),
  FILLING_VANISHES("volume.volumes.create.drops-filled", "a volume from a source is never visible"),
  FILLING_RENAMES("volume.volumes.create.renames-source", "the source of a volume is renamed"),
  NAMES_UNIQUE("volume.volumes.update.refuses-namesakes", "two volumes cannot have the same name"),
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
