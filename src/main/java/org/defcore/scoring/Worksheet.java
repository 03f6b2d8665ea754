package org.defcore.scoring;

import java.util.List;

/**
 * The scores of a cycle, as the committee gave them.
 *
 * @param cycle the guideline that they were given for: {@code 2020.06}, {@code dns.2020.06}
 */
public record Worksheet(String cycle, List<Group> groups) {

  public Worksheet {
    groups = List.copyOf(groups);
  }

  /** Capabilities of one field, under the heading that they stand under. */
  public record Group(String name, List<ScoreLine> lines) {

    public Group {
      lines = List.copyOf(lines);
    }
  }

  /** Of all groups, in their order. */
  public List<ScoreLine> lines() {
    return groups.stream().flatMap(it -> it.lines().stream()).toList();
  }
}
