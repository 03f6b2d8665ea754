package org.defcore.simcloud.kind;

/** The answer to an action that is refused at once. */
public record Limit(int status, String message) {}
