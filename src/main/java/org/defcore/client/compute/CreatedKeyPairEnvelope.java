package org.defcore.client.compute;

/** Body of a key pair creation, closed. */
record CreatedKeyPairEnvelope(CreatedKeyPair keypair) {}
