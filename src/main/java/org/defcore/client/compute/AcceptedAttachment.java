package org.defcore.client.compute;

/**
 * An attachment of a volume that was promised.
 *
 * @param request the service's own id of the call, by which the action log tells what came of it
 */
public record AcceptedAttachment(VolumeAttachment attachment, String request) {}
