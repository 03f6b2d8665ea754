package org.defcore.client.orchestration;

/** A link of a stack, of a resource or of an event. */
public record StackLink(String rel, String href) {}
