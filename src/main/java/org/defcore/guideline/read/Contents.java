package org.defcore.guideline.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.guideline.Annex;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;

/** What a schema's reader takes out of a file, and where it stood. */
record Contents(
    Identity identity,
    List<Target> targets,
    Map<String, Guideline.Component> components,
    Map<String, Capability> capabilities,
    Annex annex,
    Layout layout) {

  /** The words that every schema has about the guideline itself. */
  record Identity(String id, String approval, Optional<String> replaces, List<String> releases) {}
}
