package org.defcore.client.identity;

/**
 * That no token was issued, and why.
 *
 * @param message the cloud's own words
 */
public record LoginRefusal(int status, String message) {}
