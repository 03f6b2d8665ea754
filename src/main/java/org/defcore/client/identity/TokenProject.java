package org.defcore.client.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The project that a token opens. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TokenProject(String id, String name) {}
