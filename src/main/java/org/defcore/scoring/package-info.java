/**
 * The worksheet on which capabilities are scored, and what its scores come to under a guideline's
 * weights: no I/O but reading a file, no clock.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.scoring;
