package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.simcloud.defect.Defects;

/** Defects of volumes that are made of something. */
record VolumeFlaws(Defects defects) {

  void refuse(ObjectNode wanted) {
    if (isFilled(wanted) && defects.on(VolumeDefect.FILLING_REFUSED)) {
      throw VolumeFaults.badRequest("New volumes are empty here.");
    }
  }

  /** Returns the states after the first. */
  List<String> course(ObjectNode wanted) {
    boolean filled = isFilled(wanted);
    if (filled && defects.on(VolumeDefect.FILLING_STAYS)) {
      return List.of();
    }
    if (filled && defects.on(VolumeDefect.FILLING_FAILS)) {
      return List.of("error");
    }
    return filled && !VolumeForms.isCopy(wanted)
        ? List.of("downloading", "available")
        : List.of("available");
  }

  boolean vanishes(ObjectNode wanted) {
    return isFilled(wanted) && defects.on(VolumeDefect.FILLING_VANISHES);
  }

  boolean harmsSource(ObjectNode wanted) {
    return isFilled(wanted) && defects.on(VolumeDefect.FILLING_RENAMES);
  }

  static ObjectNode renamed(ObjectNode resource) {
    return resource.put("name", "another name");
  }

  private static boolean isFilled(ObjectNode wanted) {
    return VolumeForms.isCopy(wanted) || !wanted.path(VolumeForms.IMAGE).isEmpty();
  }
}
