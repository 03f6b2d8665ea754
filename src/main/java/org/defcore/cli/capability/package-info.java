/** Commands about capabilities. */
@org.jspecify.annotations.NullMarked
package org.defcore.cli.capability;
