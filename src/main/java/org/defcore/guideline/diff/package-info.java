/**
 * Comparison of guidelines: with each other, with an earlier state of the same file, and with the
 * rules of the guideline process.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.guideline.diff;
