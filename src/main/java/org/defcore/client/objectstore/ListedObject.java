package org.defcore.client.objectstore;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** An object in the list of its container. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ListedObject(
    String name,
    String hash,
    long bytes,
    @JsonProperty("content_type") String type,
    @JsonProperty("last_modified") String changed) {}
