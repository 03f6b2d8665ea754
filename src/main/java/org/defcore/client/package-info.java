/** Resources, queries and values that several clients share; the clients are one package down. */
@org.jspecify.annotations.NullMarked
package org.defcore.client;
