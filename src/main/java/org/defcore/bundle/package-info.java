/**
 * A run and its verdicts in one file that a stranger can check: parts in tiers, sums, signatures.
 * Scores nothing.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.bundle;
