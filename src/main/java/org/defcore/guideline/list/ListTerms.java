package org.defcore.guideline.list;

import java.util.List;
import java.util.Optional;

/**
 * The metadata of a guideline that is made of a list.
 *
 * @param approval its status in the guideline process
 * @param approved year and month of the approval
 * @param source address of its publication
 * @param reconstructs the published guideline of which the list is all that is left; empty if the
 *     list is the guideline
 * @param unknown facts of that guideline that the list does not tell
 */
public record ListTerms(
    String id,
    String approval,
    Optional<String> approved,
    Optional<String> replaces,
    List<String> releases,
    Optional<String> source,
    Optional<String> reconstructs,
    List<String> unknown) {

  public ListTerms {
    releases = List.copyOf(releases);
    unknown = List.copyOf(unknown);
  }
}
