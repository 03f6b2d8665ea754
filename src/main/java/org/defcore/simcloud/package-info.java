/**
 * The simulated cloud: an OpenStack on loopback that shares no class with the suite it is tested
 * by.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud;
