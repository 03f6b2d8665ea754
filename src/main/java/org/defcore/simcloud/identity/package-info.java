/** The simulated identity service: accounts, tokens, the catalogue, application credentials. */
@org.jspecify.annotations.NullMarked
package org.defcore.simcloud.identity;
