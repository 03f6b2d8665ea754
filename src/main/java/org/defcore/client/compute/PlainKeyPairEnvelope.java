package org.defcore.client.compute;

/** Body of a key pair creation at 2.1, closed. */
record PlainKeyPairEnvelope(PlainKeyPair keypair) {}
