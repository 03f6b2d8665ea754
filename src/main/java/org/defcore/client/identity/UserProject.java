package org.defcore.client.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A project in the list of those that a user can log in to. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record UserProject(String id, String name, @JsonProperty("domain_id") String domainId) {}
