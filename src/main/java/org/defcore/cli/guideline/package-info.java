/** Commands about guidelines. */
@org.jspecify.annotations.NullMarked
package org.defcore.cli.guideline;
