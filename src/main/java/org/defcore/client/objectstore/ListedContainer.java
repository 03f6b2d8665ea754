package org.defcore.client.objectstore;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A container in the list of its account. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ListedContainer(String name, long count, long bytes) {}
