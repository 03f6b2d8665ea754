package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import org.defcore.simcloud.defect.Behaviour;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.image.ImageLibrary;

/** What goes wrong with volumes that are to be filled when they are made, by defect. */
record VolumeFlaws(Defects defects) {

  private static final TextNode ANOTHER = TextNode.valueOf("another name");

  void refuse(VolumeSpec wanted) {
    if (isFilled(wanted) && defects.on(Behaviour.FILLING_REFUSED)) {
      throw VolumeFaults.badRequest("New volumes are empty here.");
    }
  }

  /** What becomes of the wish. */
  VolumeSpec spoil(VolumeSpec wanted) {
    if (!isFilled(wanted)) {
      return wanted;
    }
    VolumeSpec spec = wanted;
    if (defects.on(Behaviour.FILLING_OTHER_NAME)) {
      spec = spec.with(renamed(spec.texts()));
    }
    if (defects.on(Behaviour.FILLING_OTHER_SIZE)) {
      spec = spec.sized(spec.size() + 1);
    }
    if (defects.on(Behaviour.FILLING_LOSES_METADATA)) {
      spec = spec.withMetadata(Map.of());
    }
    if (defects.on(Behaviour.FILLING_LOSES_SOURCE)) {
      spec = spec.of(VolumeSpec.Source.image(spec.source().image()));
    }
    boolean empty = defects.on(Behaviour.FILLING_NOT_BOOTABLE) && !wanted.source().isCopy();
    return empty ? spec.of(VolumeSpec.Source.NOTHING) : spec;
  }

  /** The states after the first, by what was wished for. */
  List<String> course(VolumeSpec wanted) {
    boolean filled = isFilled(wanted);
    if (defects.on(Behaviour.VOLUME_STAYS_CREATING)
        || (filled && defects.on(Behaviour.FILLING_STAYS))) {
      return List.of();
    }
    if (defects.on(Behaviour.VOLUME_FAILS) || (filled && defects.on(Behaviour.FILLING_FAILS))) {
      return List.of("error");
    }
    return filled && !wanted.source().isCopy()
        ? List.of("downloading", "available")
        : List.of("available");
  }

  boolean vanishes(VolumeSpec wanted) {
    return isFilled(wanted) && defects.on(Behaviour.FILLING_VANISHES);
  }

  boolean harmsSource(VolumeSpec wanted) {
    return isFilled(wanted) && defects.on(Behaviour.FILLING_RENAMES);
  }

  static VolumeSpec.Texts renamed(VolumeSpec.Texts texts) {
    return new VolumeSpec.Texts(ANOTHER, texts.description());
  }

  static void rename(ImageLibrary images, String id) {
    images.change(id, it -> it.set("name", ANOTHER));
  }

  private static boolean isFilled(VolumeSpec wanted) {
    return wanted.source().isCopy() || !wanted.source().image().isEmpty();
  }
}
