/** A suite of two classes that are not in alphabetical order, for tests of the order of a run. */
package org.defcore.runner.order;
