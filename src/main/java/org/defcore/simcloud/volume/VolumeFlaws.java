package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.resource.Shelf;

/** Defects of volumes that are made of something, and of their names. */
record VolumeFlaws(Defects defects) {

  void refuse(ObjectNode wanted) {
    if (isFilled(wanted) && defects.on(VolumeDefect.FILLING_REFUSED)) {
      throw VolumeFaults.badRequest("New volumes are empty here.");
    }
  }

  void refuseNamesake(JsonNode changes, String id, Shelf<ObjectNode> volumes) {
    boolean taken =
        !volumes
            .everyone(
                it ->
                    !VolumeForms.id(it).equals(id) && it.path("name").equals(changes.path("name")))
            .isEmpty();
    if (taken && defects.on(VolumeDefect.NAMES_UNIQUE)) {
      throw VolumeFaults.refusal(409, "Another volume bears that name.");
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
