/** The simulated network service: what exists at the start, to be read. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.network;
