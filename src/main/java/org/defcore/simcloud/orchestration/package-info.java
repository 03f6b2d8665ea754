/** The simulated orchestration service. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.orchestration;
