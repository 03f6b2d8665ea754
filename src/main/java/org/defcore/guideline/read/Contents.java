package org.defcore.guideline.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.guideline.Annex;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;

/** The parts of a file as the reader of its schema returns them, with its layout. */
record Contents(
    Identity identity,
    List<Target> targets,
    Map<String, Guideline.Component> components,
    Map<String, Capability> capabilities,
    Annex annex,
    Layout layout) {

  /** The data about the guideline itself, which every schema has. */
  record Identity(String id, String approval, Optional<String> replaces, List<String> releases) {}
}
