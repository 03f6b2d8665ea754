package org.defcore.guideline.diff;

/**
 * One breach of the guideline process.
 *
 * @param guideline id of the guideline that the place is in; empty for the library as a whole
 * @param pointer JSON pointer to the place in its file
 * @param found one line
 */
public record ProcessBreach(ProcessRule rule, String guideline, String pointer, String found) {}
