/** Answers of a store to questions over many runs, for people and for programs. */
@org.jspecify.annotations.NullMarked
package org.defcore.report.store;
