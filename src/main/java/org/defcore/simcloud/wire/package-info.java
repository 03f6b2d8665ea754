/** What every simulated service speaks: requests, replies, operations and their routing. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.wire;
