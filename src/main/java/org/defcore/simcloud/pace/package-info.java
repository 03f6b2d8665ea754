/** Time that the simulated cloud takes for work after its answer. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.pace;
