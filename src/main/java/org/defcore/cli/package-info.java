/** Commands of the program: they wire the other packages, and nothing imports them. */
@org.jspecify.annotations.NullMarked
package org.defcore.cli;
