/** Commands about the store of runs. */
@org.jspecify.annotations.NullMarked
package org.defcore.cli.store;
