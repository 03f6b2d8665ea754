/** The results of one run: outcomes of tests, and the files that hold them. */
@org.jspecify.annotations.NullMarked
package org.defcore.result;
