/**
 * Guidelines out of lists of tests, as Tempest and RefStack write them. Knows no file and no run.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.guideline.list;
