package org.defcore.client.compute;

/** Body of a single server at 2.90, closed. */
record NamedHostEnvelope(NamedHost server) {}
