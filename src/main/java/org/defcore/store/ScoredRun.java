package org.defcore.store;

import java.util.Optional;
import org.defcore.result.RunRecord;

/**
 * All of a stored run that a verdict needs.
 *
 * @param id its number in the store
 * @param record without claims, reasons, evidence and observations, which no verdict depends on
 * @param declaration SHA-256 of the declaration that the run was made with
 */
public record ScoredRun(int id, RunRecord record, Optional<String> declaration) {}
