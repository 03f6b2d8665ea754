/** Scoring worksheets under a guideline's weights. */
@org.jspecify.annotations.NullMarked
package org.defcore.report.scoring;
