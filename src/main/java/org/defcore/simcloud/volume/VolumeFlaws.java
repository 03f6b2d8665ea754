package org.defcore.simcloud.volume;

import static org.defcore.simcloud.volume.VolumeFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.image.ImageLibrary;

/** Defects of volumes that are made of something, and of their names. */
record VolumeFlaws(VolumeStore store, ImageLibrary images, Defects defects) {

  /**
   * Makes a volume.
   *
   * @param maker given the states after the first; without any it is never done
   */
  ObjectNode made(ObjectNode wanted, Function<List<String>, ObjectNode> maker) {
    boolean isCopy = VolumeForms.isCopy(wanted);
    if (!isCopy && wanted.path(VolumeForms.IMAGE).isEmpty()) {
      return maker.apply(List.of("available"));
    }
    refuseIf(defects.on(VolumeDefect.FILLING_REFUSED), "empty");
    ObjectNode made = maker.apply(course(isCopy));
    if (defects.on(VolumeDefect.FILLING_VANISHES)) {
      store.volumes().remove(VolumeForms.id(made));
    }
    if (defects.on(VolumeDefect.FILLING_RENAMES)) {
      renameSource(wanted);
    }
    return made;
  }

  private List<String> course(boolean isCopy) {
    if (defects.on(VolumeDefect.FILLING_STAYS)) {
      return List.of();
    }
    if (defects.on(VolumeDefect.FILLING_FAILS)) {
      return List.of("error");
    }
    return isCopy ? List.of("available") : List.of("downloading", "available");
  }

  private void renameSource(ObjectNode made) {
    if (made.has("source_volid")) {
      store.volumes().change(made.path("source_volid").asText(), VolumeFlaws::renamed);
    } else if (made.has("snapshot_id")) {
      store.snapshots().change(made.path("snapshot_id").asText(), VolumeFlaws::renamed);
    } else {
      images.change(made.path(VolumeForms.IMAGE).path("image_id").asText(), VolumeFlaws::renamed);
    }
  }

  static ObjectNode renamed(ObjectNode resource) {
    return resource.put("name", "another name");
  }

  void refuseNamesake(JsonNode changes, String id) {
    JsonNode name = changes.path("name");
    boolean isTaken =
        store.volumes().everyone(it -> it.path("name").equals(name)).stream()
            .anyMatch(it -> !VolumeForms.id(it).equals(id));
    refuseIf(isTaken && defects.on(VolumeDefect.NAMES_UNIQUE), "namesake");
  }
}
