/**
 * What a capability or a test asks for, put together from guidelines, catalogue, suite and recorded
 * evidence: pure, no I/O.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.explain;
