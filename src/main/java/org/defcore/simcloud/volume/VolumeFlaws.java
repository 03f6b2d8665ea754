package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.image.ImageLibrary;

/** Defects of volumes that are made of something. */
record VolumeFlaws(Defects defects) {

  private static final TextNode ANOTHER = TextNode.valueOf("another name");

  void refuse(VolumeSpec wanted) {
    if (isFilled(wanted) && defects.on(VolumeDefect.FILLING_REFUSED)) {
      throw VolumeFaults.badRequest("New volumes are empty here.");
    }
  }

  /** Returns the states after the first. */
  List<String> course(VolumeSpec wanted) {
    boolean filled = isFilled(wanted);
    if (filled && defects.on(VolumeDefect.FILLING_STAYS)) {
      return List.of();
    }
    if (filled && defects.on(VolumeDefect.FILLING_FAILS)) {
      return List.of("error");
    }
    return filled && !wanted.source().isCopy()
        ? List.of("downloading", "available")
        : List.of("available");
  }

  boolean vanishes(VolumeSpec wanted) {
    return isFilled(wanted) && defects.on(VolumeDefect.FILLING_VANISHES);
  }

  boolean harmsSource(VolumeSpec wanted) {
    return isFilled(wanted) && defects.on(VolumeDefect.FILLING_RENAMES);
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
