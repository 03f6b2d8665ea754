package org.defcore.guideline;

import java.util.List;

/**
 * A named group of tests.
 *
 * @param project the OpenStack project that implements it, as the file says ({@code nova})
 * @param admin whether the guideline says that admin rights are needed
 */
public record Capability(
    String name,
    String description,
    String project,
    boolean admin,
    List<String> achievements,
    List<GuidelineTest> tests) {

  public Capability {
    achievements = List.copyOf(achievements);
    tests = List.copyOf(tests);
  }
}
