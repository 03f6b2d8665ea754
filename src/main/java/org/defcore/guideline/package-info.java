/**
 * Guidelines as one immutable model, whichever schema their file was written in. Knows no file, no
 * cloud and no result.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.guideline;
