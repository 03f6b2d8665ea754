package org.defcore.client.compute;

import java.util.List;

/** Body of the volume attachments of a server, closed. */
record VolumeAttachmentsEnvelope(List<VolumeAttachment> volumeAttachments) {}
