package org.defcore.simcloud.compute.keypair;

import java.time.Instant;

/** A key pair of a user; the service keeps no private key. */
record KeyPair(int id, String name, String type, KeyMaterial key, Instant createdAt) {}
