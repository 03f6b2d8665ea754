/** How long the simulated cloud takes for what it does after its answer. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.pace;
