package org.defcore.client.compute;

/** Body of a single key pair, closed. */
record KeyPairEnvelope(KeyPair keypair) {}
