/** Reports for the compliance monitor of the Sovereign Cloud Stack. */
@org.jspecify.annotations.NullMarked
package org.defcore.report.scs;
