/**
 * All that an API test may use: its cloud, clean-up through the ledger, shared fixtures, waiting.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.kit;
