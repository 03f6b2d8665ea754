/**
 * Results of other tools: their formats, the matching of names to ids, and the masking of secrets.
 * It reads files and writes none.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.foreign;
