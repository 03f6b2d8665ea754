package org.defcore.client.compute;

import java.util.Optional;

/** A volume on a server, before 2.70. */
public record VolumeAttachment(
    String id, String volumeId, String serverId, Optional<String> device) {}
