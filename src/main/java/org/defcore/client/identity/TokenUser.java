package org.defcore.client.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Whose token it is. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TokenUser(String id, String name) {}
