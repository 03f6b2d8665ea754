package org.defcore.client.objectstore;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A part of a static large object, as its manifest names it. */
public record Segment(String path, String etag, @JsonProperty("size_bytes") long size) {}
