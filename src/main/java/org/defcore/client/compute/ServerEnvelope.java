package org.defcore.client.compute;

/** Body of a single server, closed. */
record ServerEnvelope(Server server) {}
