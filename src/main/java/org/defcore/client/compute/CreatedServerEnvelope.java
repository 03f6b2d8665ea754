package org.defcore.client.compute;

/** Body of the answer to a server creation, closed: no reservation. */
record CreatedServerEnvelope(CreatedServer server) {}
