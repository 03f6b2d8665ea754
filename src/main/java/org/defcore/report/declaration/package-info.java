/** Declarations beside what runs observed. */
@org.jspecify.annotations.NullMarked
package org.defcore.report.declaration;
