/** The guests in the servers of the simulated cloud, which one can log in to. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.guest;
