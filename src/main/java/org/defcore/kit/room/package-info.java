/** The room in the quota of block storage that the tests of a run share. It knows no test. */
@org.jspecify.annotations.NullMarked
package org.defcore.kit.room;
