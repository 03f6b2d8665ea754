package org.defcore.client.volume;

/** Body of a single snapshot, closed. */
record SnapshotEnvelope(VolumeSnapshot snapshot) {}
