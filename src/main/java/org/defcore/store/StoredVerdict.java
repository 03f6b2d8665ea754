package org.defcore.store;

import org.defcore.verdict.Verdict;

/**
 * A verdict as the bundle of a run has it.
 *
 * @param target key of the target
 * @param status word of the column that carries the mark
 * @param full word of the full column
 * @param contract word of the API-contract column
 * @param asterisk whether a waiver stands behind it
 */
public record StoredVerdict(
    String target, String status, String full, String contract, boolean asterisk) {

  public static StoredVerdict of(Verdict verdict) {
    return new StoredVerdict(
        verdict.target().key(),
        verdict.status().word(),
        verdict.full().status().word(),
        verdict.apiContract().status().word(),
        verdict.marked().asterisk());
  }

  /** The status for people: with an asterisk if a waiver stands behind it. */
  public String text() {
    return status + (asterisk ? "*" : "");
  }
}
