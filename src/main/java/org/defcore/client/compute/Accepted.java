package org.defcore.client.compute;

/**
 * Something that was promised.
 *
 * @param request the service's own id of the call, by which the action log tells what came of it
 */
public record Accepted<T>(T promised, String request) {}
