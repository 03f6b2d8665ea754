package org.defcore.simcloud.volume;

/**
 * The tie of a volume to a server.
 *
 * @param device where the server sees the volume, for instance {@code /dev/vdb}
 * @param host where the server runs
 */
public record Attachment(String id, String serverId, String device, String host) {}
