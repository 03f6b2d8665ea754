/** The kinds of compute that the simulated cloud can have, and what follows from each. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.kind;
