/** The simulated volume service: versions, zones, extensions and quotas. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.volume;
