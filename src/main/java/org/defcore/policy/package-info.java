/**
 * The board's choices as data: which column carries the mark, and what may be let off. It says
 * nothing of any run.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.policy;
