package org.defcore.store;

import org.defcore.guideline.TestId;
import org.defcore.result.Outcome;

/**
 * An outcome of a stored run.
 *
 * @param run its number in the store
 * @param name of the test, as the first run with it had it
 */
public record RunOutcome(int run, TestId test, String name, Outcome outcome) {}
