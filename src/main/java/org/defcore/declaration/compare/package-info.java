/**
 * Comparison of a declaration with what was observed of the same facts. Knows no cloud: it is
 * handed facts.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.declaration.compare;
