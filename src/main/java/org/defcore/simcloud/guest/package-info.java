/** What runs in the servers of the simulated cloud, as far as one can log in to it. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.guest;
