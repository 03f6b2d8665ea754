/** The simulated object store: its capabilities and an empty account. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.objectstore;
