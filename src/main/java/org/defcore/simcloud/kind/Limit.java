package org.defcore.simcloud.kind;

/** The answer to a deed that is refused at once. */
public record Limit(int status, String message) {}
