/** Compute v2.1 calls and their answers, closed, one record per response and microversion. */
@org.jspecify.annotations.NullMarked
package org.defcore.client.compute;
