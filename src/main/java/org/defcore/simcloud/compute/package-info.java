/** The simulated compute service: versions, zones, flavors, quotas and key pairs. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.compute;
