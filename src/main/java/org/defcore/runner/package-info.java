/**
 * From a guideline to outcomes: plan, launch on the JUnit Platform, journal, clean-up of dead runs.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.runner;
