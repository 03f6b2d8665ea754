/**
 * Explanations of capabilities and tests, composed from guidelines, catalogue, suite and recorded
 * evidence: pure, no I/O.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.explain;
