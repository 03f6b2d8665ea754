package org.defcore.client.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A media type that a version speaks, and the general one it is based on. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MediaType(String base, String type) {}
