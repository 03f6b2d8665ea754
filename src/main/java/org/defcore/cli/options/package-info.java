/** Options that several commands have. */
@org.jspecify.annotations.NullMarked
package org.defcore.cli.options;
