/**
 * Checks one guideline file against every {@link org.defcore.guideline.Rule}: what the reader met,
 * what the JSON Schema says, and what only shows once the whole is known.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.guideline.lint;
