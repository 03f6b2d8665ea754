package org.defcore.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.defcore.guideline.Guideline;
import org.defcore.result.RunRecord;
import org.defcore.verdict.Verdict;

/**
 * All that the rows of a run are made of.
 *
 * @param target key of the target that it was planned for
 * @param kind word of the declared kind of compute; empty if none is declared
 * @param version of the product, as declared
 * @param openstack release that the product is based on, as declared
 * @param declaration SHA-256 of the declaration among the parts of the bundle
 * @param verdicts of every target of its guideline
 */
public record NewRun(
    RunRecord record,
    StoredCloud cloud,
    String target,
    String kind,
    String version,
    String openstack,
    Optional<String> declaration,
    List<Verdict> verdicts,
    Instant added) {

  public NewRun {
    verdicts = List.copyOf(verdicts);
  }

  Guideline guideline() {
    return verdicts.get(0).guideline();
  }
}
