/** Flavors, which are read only here. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.compute.flavor;
