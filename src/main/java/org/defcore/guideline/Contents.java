package org.defcore.guideline;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** How schemas differ in where they keep the lists. */
  enum Layout {
    /** Schema 1.2: tests are a list of names. */
    LISTED_TESTS("", false),
    /** Schema 1.3 to 1.6. */
    KEYED_TESTS("", true),
    /** Schema 2.0: a component's lists are one level deeper. */
    PLATFORMS("/capabilities", true);

    private final String lists;
    private final boolean keyed;

    Layout(String lists, boolean keyed) {
      this.lists = lists;
      this.keyed = keyed;
    }

    String list(String component, Status status) {
      return "/components/" + Place.escaped(component) + lists + "/" + status.word();
    }

    String capability(String name) {
      return "/capabilities/" + Place.escaped(name);
    }

    String test(String capability, int index, String name) {
      return capability(capability) + "/tests/" + (keyed ? Place.escaped(name) : index);
    }
  }
}
