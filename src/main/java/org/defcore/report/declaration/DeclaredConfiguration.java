package org.defcore.report.declaration;

import java.util.List;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.compare.ComparedFact;
import org.defcore.declaration.compare.ComparedFact.Standing;

/**
 * The vendor's declaration beside what was observed.
 *
 * @param compared in the order of the declaration
 */
public record DeclaredConfiguration(Declaration declaration, List<ComparedFact> compared) {

  public DeclaredConfiguration {
    compared = List.copyOf(compared);
  }

  /** Facts that the observation contradicts. */
  public List<ComparedFact> mismatches() {
    return compared.stream().filter(it -> it.standing() == Standing.MISMATCH).toList();
  }

  /** {@code 7 match, 1 mismatch, 4 unobservable} */
  public String tally() {
    return "%d match, %d mismatch, %d unobservable"
        .formatted(count(Standing.MATCH), count(Standing.MISMATCH), count(Standing.UNOBSERVABLE));
  }

  private long count(Standing standing) {
    return compared.stream().filter(it -> it.standing() == standing).count();
  }
}
