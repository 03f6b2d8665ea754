package org.defcore.guideline;

import java.util.List;
import java.util.Optional;

/**
 * A named group of tests.
 *
 * @param project the OpenStack project that implements it, as the file says ({@code nova})
 * @param admin whether the guideline says that admin rights are needed
 * @param achievements keys of the criteria that it met when it was scored
 * @param requiredSince the guideline that first required it: {@code 2016.08}
 */
public record Capability(
    String name,
    String description,
    String project,
    boolean admin,
    List<String> achievements,
    Optional<String> requiredSince,
    List<GuidelineTest> tests) {

  public Capability {
    achievements = List.copyOf(achievements);
    tests = List.copyOf(tests);
  }
}
