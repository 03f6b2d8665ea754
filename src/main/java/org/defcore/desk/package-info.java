/**
 * Use cases without a console: what the command line and any other door share. Nothing here prints.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.desk;
