/** The simulated network service. Its resources are described by their attributes. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.network;
