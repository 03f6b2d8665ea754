package org.defcore.guideline;

import java.util.List;
import java.util.Optional;

/**
 * The parts of a guideline beside its capabilities. Reports and reviews use them, verdicts do not.
 *
 * @param targetApproval when the board meant to approve it, as the file says: {@code 2018.02} or
 *     {@code 2016-08-23}
 * @param cutoff the score from which a capability may be required
 * @param criteria by which capabilities were scored, in file order
 * @param designations of code that must be run, by project and status, in file order
 * @param testRepositories where the tests come from, in file order; schema 1.2 names none
 * @param foreignComponents components that stand in another guideline
 * @param madeFrom the list of tests that the guideline was made of; absent for any other
 */
public record Annex(
    Optional<String> targetApproval,
    Optional<Integer> cutoff,
    List<Criterion> criteria,
    List<Designation> designations,
    List<TestRepository> testRepositories,
    List<ForeignComponent> foreignComponents,
    Optional<ListOrigin> madeFrom) {

  /** The annex of a guideline that has none of these parts. */
  public static final Annex NONE =
      new Annex(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty());

  public Annex {
    criteria = List.copyOf(criteria);
    designations = List.copyOf(designations);
    testRepositories = List.copyOf(testRepositories);
    foreignComponents = List.copyOf(foreignComponents);
  }

  /** One of the reasons to require a capability, with the points that it is worth. */
  public record Criterion(String key, String name, String description, int weight) {}

  /**
   * The parts of a project's code that a product must run.
   *
   * @param status as the file says; besides the words of {@link Status} there is {@code
   *     informational}
   * @param components that ask for it; empty in schema 1.x, where it applies to all
   */
  public record Designation(
      String project,
      String status,
      String guidance,
      String comment,
      List<Section> sections,
      List<String> components) {

    public Designation {
      sections = List.copyOf(sections);
      components = List.copyOf(components);
    }
  }

  /** A part of a project's code, designated or not. */
  public record Section(String name, String description, boolean designated) {}

  /**
   * A repository that tests come from.
   *
   * @param reference commit, tag or branch
   */
  public record TestRepository(String name, String url, String reference) {}

  /**
   * A component that this guideline uses and another defines.
   *
   * @param source URL of the other guideline; its last segment names it
   */
  public record ForeignComponent(String name, String source) {

    /** The name of the other guideline: {@code 2020.06}. */
    public String guideline() {
      String file = source.substring(source.lastIndexOf('/') + 1);
      return file.endsWith(".json") ? file.substring(0, file.length() - 5) : file;
    }
  }
}
