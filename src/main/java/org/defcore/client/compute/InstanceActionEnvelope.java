package org.defcore.client.compute;

/** Body of one entry of the action log, closed. */
record InstanceActionEnvelope(DetailedInstanceAction instanceAction) {}
