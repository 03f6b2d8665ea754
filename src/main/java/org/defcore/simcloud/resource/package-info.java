/** Resources as the simulated services keep and list them. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.resource;
