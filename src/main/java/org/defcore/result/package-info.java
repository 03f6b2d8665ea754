/** What one run established: outcomes of tests, and the files of a run that hold them. */
@org.jspecify.annotations.NullMarked
package org.defcore.result;
