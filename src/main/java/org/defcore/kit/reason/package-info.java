/** Values and broken assertions in words that need no knowledge of Java. */
@org.jspecify.annotations.NullMarked
package org.defcore.kit.reason;
