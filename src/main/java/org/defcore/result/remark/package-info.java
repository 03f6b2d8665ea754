/** Breaches of the API's contract that were seen in the exchanges of a run. */
@org.jspecify.annotations.NullMarked
package org.defcore.result.remark;
