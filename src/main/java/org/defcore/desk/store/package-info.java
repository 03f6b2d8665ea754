/** Use cases of the store. */
@org.jspecify.annotations.NullMarked
package org.defcore.desk.store;
