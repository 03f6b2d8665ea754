package org.defcore.store;

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

  /** The status for people: with an asterisk if a waiver stands behind it. */
  public String text() {
    return status + (asterisk ? "*" : "");
  }
}
