package org.defcore.client.orchestration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A version of the template language. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TemplateVersion(String version, String type) {}
