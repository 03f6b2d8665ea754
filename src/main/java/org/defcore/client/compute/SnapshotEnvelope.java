package org.defcore.client.compute;

/** Body of an image seen through the compute service, closed. */
record SnapshotEnvelope(Snapshot image) {}
