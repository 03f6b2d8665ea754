/** A suite of four tests, for tests of what launches tests. */
package org.defcore.runner.small;
