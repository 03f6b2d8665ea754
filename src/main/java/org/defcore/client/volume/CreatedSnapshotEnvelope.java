package org.defcore.client.volume;

/** Body of a snapshot that was just made, closed. */
record CreatedSnapshotEnvelope(CreatedSnapshot snapshot) {}
