/**
 * Runs of many clouds in a database, with their bundles as files beside it. SQL lives only here.
 */
@org.jspecify.annotations.NullMarked
package org.defcore.store;
