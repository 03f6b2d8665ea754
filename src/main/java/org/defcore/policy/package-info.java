/**
 * The decisions of the board as data: the column that carries the mark, allowances and waivers.
 * Knows no run.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.policy;
