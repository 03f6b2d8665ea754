/** From a guideline and outcomes to a verdict: pure functions, no I/O, no clock. */
@org.jspecify.annotations.NullMarked
package org.defcore.verdict;
