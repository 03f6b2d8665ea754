/** What the vendor declares, beside what a run observed. */
@org.jspecify.annotations.NullMarked
package org.defcore.report.declaration;
