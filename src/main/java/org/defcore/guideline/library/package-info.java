/**
 * Folders of guideline files: names, the order of publication, and components of one guideline that
 * another uses.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.guideline.library;
