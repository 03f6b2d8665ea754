/**
 * Checks one guideline file against every {@link org.defcore.guideline.Rule}: findings of the
 * reader, of the JSON Schema, and of checks that need the whole guideline.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.guideline.lint;
