/** Edits to the text of a guideline that make the next draft of it, layout kept. */
@org.jspecify.annotations.NullMarked
package org.defcore.guideline.draft;
