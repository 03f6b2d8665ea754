package org.defcore.client;

/**
 * Something that was promised.
 *
 * @param request the service's own id of the call, by which its log or a message tells what came of
 *     it
 */
public record Accepted<T>(T promised, String request) {}
