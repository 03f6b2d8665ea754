/** Commands about bundles, keys and signatures. */
@org.jspecify.annotations.NullMarked
package org.defcore.cli.bundle;
