package org.defcore.client.compute;

/**
 * An image of a server that was promised.
 *
 * @param id of the image to come
 * @param request the service's own id of the call, by which the action log tells what came of it
 */
public record AcceptedImage(String id, String request) {}
