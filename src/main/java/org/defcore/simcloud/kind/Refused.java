package org.defcore.simcloud.kind;

/** The answer to a deed that is refused at once. */
public record Refused(int status, String message) {}
