package org.defcore.client.volume;

/**
 * An accepted upload of a volume as an image.
 *
 * @param request the service's own id of the call
 */
public record AcceptedUpload(String imageId, String request) {}
