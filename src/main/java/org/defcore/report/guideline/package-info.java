/** Guidelines, their differences and findings, and what a capability asks for. */
@org.jspecify.annotations.NullMarked
package org.defcore.report.guideline;
