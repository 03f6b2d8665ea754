/** Templates of declarations, filled in with what was observed. */
@org.jspecify.annotations.NullMarked
package org.defcore.declaration.template;
