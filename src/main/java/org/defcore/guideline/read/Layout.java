package org.defcore.guideline.read;

import org.defcore.guideline.Guideline;
import org.defcore.guideline.Pointers;
import org.defcore.guideline.Status;

/** The layout of files by schema, as JSON pointers to their parts. */
public enum Layout {
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

  private static final SchemaVersion KEYED = new SchemaVersion(1, 3);

  /** The layout of the file that the guideline was read from. */
  public static Layout of(Guideline guideline) {
    return SchemaVersion.parse(guideline.schema()).map(Layout::of).orElse(PLATFORMS);
  }

  static Layout of(SchemaVersion version) {
    if (version.major() > 1) {
      return PLATFORMS;
    }
    return version.compareTo(KEYED) >= 0 ? KEYED_TESTS : LISTED_TESTS;
  }

  /** Pointer to the id of the guideline. */
  public String id() {
    return this == PLATFORMS ? "/metadata/id" : "/id";
  }

  /** Pointer to the list of capabilities with that status in a component. */
  public String list(String component, Status status) {
    return "/components/" + Pointers.escaped(component) + lists + "/" + status.word();
  }

  /** Pointer to a capability. */
  public String capability(String name) {
    return "/capabilities/" + Pointers.escaped(name);
  }

  /**
   * Pointer to a test entry.
   *
   * @param index of the test in its capability
   */
  public String test(String capability, int index, String name) {
    return capability(capability) + "/tests/" + (keyed ? Pointers.escaped(name) : index);
  }
}
