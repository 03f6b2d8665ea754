/** Observation of a cloud before a run: images, flavors, networks, versions, quotas. */
@org.jspecify.annotations.NullMarked
package org.defcore.clouds.discovery;
