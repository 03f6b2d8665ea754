/**
 * The catalogue of tests: what each rests on and what it needs; knows guidelines only by test id.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.capability;
