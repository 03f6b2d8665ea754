/** The catalogue of tests: the basis and the needs of each. Knows guidelines only by test id. */
@org.jspecify.annotations.NullMarked
package org.defcore.capability;
