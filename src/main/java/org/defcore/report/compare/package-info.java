/** Runs side by side: what differs between clouds. */
@org.jspecify.annotations.NullMarked
package org.defcore.report.compare;
