package org.defcore.http.message;

/**
 * The reason for which a response says nothing about the service that was asked.
 *
 * @param found event, {@code 429 (rate limited, after 9 requests)}
 * @param advice next step for the user
 */
public record Obstacle(RepeatCause cause, String found, String advice) {}
