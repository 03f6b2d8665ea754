package org.defcore.result;

/**
 * One thing that was observed of a cloud.
 *
 * @param name dotted: {@code compute.microversion.max}, {@code image.id}
 * @param source call or file that told it: {@code GET /v2.1/flavors}, {@code clouds.yaml}
 */
public record Fact(String name, String value, String source) {}
