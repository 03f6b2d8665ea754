package org.defcore.client.compute;

/** Body of the answer to an update, closed. */
record UpdatedServerEnvelope(UpdatedServer server) {}
