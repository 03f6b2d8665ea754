/**
 * Reading of guideline files of every schema into the one model, with every problem and the place
 * where it stands.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.guideline.read;
