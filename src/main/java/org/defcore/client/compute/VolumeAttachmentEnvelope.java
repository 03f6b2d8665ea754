package org.defcore.client.compute;

/** Body of a volume attachment, closed. */
record VolumeAttachmentEnvelope(VolumeAttachment volumeAttachment) {}
