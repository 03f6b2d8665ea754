/** Code that the API tests of several services share. */
@org.jspecify.annotations.NullMarked
package org.defcore.suite;
