/** Code that the clients of several services share; the calls themselves are one package down. */
@org.jspecify.annotations.NullMarked
package org.defcore.client;
