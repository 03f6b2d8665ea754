/** Making, signing and verifying bundles. */
@org.jspecify.annotations.NullMarked
package org.defcore.desk.bundle;
