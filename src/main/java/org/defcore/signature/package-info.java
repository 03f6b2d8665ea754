/** Signatures of files by keys of OpenSSH. */
@org.jspecify.annotations.NullMarked
package org.defcore.signature;
