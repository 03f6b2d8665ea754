/**
 * The promises of an API about all its answers, and the watch over the exchanges of a run that
 * looks for breaches of them.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.contract;
