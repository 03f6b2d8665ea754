package org.defcore.client.compute;

/** Body of a single flavor, closed. */
record FlavorEnvelope(Flavor flavor) {}
