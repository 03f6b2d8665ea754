/** Reading of declaration files, as a whole or not at all. */
@org.jspecify.annotations.NullMarked
package org.defcore.declaration.read;
