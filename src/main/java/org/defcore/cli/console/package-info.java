/** Streams, exit codes and errors of the command line. */
@org.jspecify.annotations.NullMarked
package org.defcore.cli.console;
