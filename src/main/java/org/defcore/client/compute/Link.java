package org.defcore.client.compute;

/** A link of a resource. */
public record Link(String href, String rel) {}
