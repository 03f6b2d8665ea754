/** Key pairs of the users. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.compute.keypair;
