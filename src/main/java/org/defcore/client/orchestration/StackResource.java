package org.defcore.client.orchestration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A resource of a stack, as it is listed. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StackResource(
    @JsonProperty("resource_name") String name, @JsonProperty("resource_type") String type) {}
