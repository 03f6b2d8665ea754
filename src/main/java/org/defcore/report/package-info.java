/** Verdicts for people and programs: JSON, HTML, JUnit XML. */
@org.jspecify.annotations.NullMarked
package org.defcore.report;
