package org.defcore.guideline;

import java.util.List;

/**
 * A subject of a verdict.
 *
 * @param key short name, unique in its guideline: {@code platform}, {@code compute}, {@code
 *     object}, {@code dns}
 * @param title the name that the file gives, {@code OpenStack Powered Platform}
 * @param components names of the components whose capabilities count
 * @param prerequisites components that must be met by other evidence before this target's verdict
 *     can be conformant; only add-ons and verticals have any
 */
public record Target(
    String key, String title, Kind kind, List<String> components, List<String> prerequisites) {

  /** The group of the file that has the target. */
  public enum Kind {
    PLATFORM,
    COMPONENT,
    ADD_ON,
    VERTICAL
  }

  public Target {
    components = List.copyOf(components);
    prerequisites = List.copyOf(prerequisites);
  }
}
