/** The report of one run, in every format, and the matrix of its verdicts. */
@org.jspecify.annotations.NullMarked
package org.defcore.report.run;
