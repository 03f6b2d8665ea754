/** The simulated image service: records, data, tags, filters and patches. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.image;
