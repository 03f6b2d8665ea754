package org.defcore.client.volume;

/** Body of a single volume, closed. */
record VolumeEnvelope(Volume volume) {}
