package org.defcore.simcloud.objectstore;

import org.defcore.simcloud.defect.Defect;
import org.defcore.simcloud.defect.SpecialDefect;

/** Defects that only the object store can show. */
public enum ObjectStoreDefect implements SpecialDefect {
  OPEN_TO_READ(
      "object-store.objects.read.needs-no-right",
      "anybody can read any object, whatever is signed"),
  OPEN_TO_WRITE(
      "object-store.objects.create.needs-no-right",
      "anybody can upload to any container, whatever is signed"),
  KEEPS_NO_OBJECTS(
      "object-store.containers.create.empties",
      "a container that is created again loses its objects"),
  KEEPS_NO_VERSIONS(
      "object-store.objects.create.keeps-no-version",
      "an object that is replaced goes to no archive"),
  REFUSED_IS_MADE(
      "object-store.objects.create.refuses-and-makes", "an upload that is refused is kept"),
  COPY_MOVES("object-store.objects.copy.moves", "an object that is copied is gone"),
  MIXES_SEGMENTS(
      "object-store.objects.read.mixes-segments", "segments are joined in the wrong order"),
  KEEPS_EMPTY_NOTES(
      "object-store.account.update.keeps-empty", "metadata without a value are kept without one"),
  EXTRACTS_NO_OBJECTS(
      "object-store.account.extract.makes-no-object",
      "an archive becomes containers, and its files are counted only"),
  BULK_KEEPS_CONTAINERS(
      "object-store.account.bulk-delete.keeps-containers",
      "containers are counted as deleted, and stay");

  private final Defect defect;

  ObjectStoreDefect(String name, String description) {
    this.defect = new Defect(name, description);
  }

  @Override
  public Defect defect() {
    return defect;
  }
}
