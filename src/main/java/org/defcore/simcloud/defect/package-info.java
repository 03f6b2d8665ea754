/** The respects in which the simulated cloud can be told to answer wrongly. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.defect;
