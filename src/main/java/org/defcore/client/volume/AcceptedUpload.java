package org.defcore.client.volume;

/**
 * What is known of an image of a volume when it was promised.
 *
 * @param request the service's own id of the call
 */
public record AcceptedUpload(String imageId, String request) {}
