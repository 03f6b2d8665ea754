package org.defcore.client.compute;

/** Body of a single server at 2.47, closed. */
record SizedServerEnvelope(SizedServer server) {}
