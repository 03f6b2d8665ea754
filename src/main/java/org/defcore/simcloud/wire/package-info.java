/** Common language of the simulated services: requests, replies, operations and their routing. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.wire;
