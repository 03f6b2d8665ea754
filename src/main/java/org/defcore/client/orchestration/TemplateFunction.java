package org.defcore.client.orchestration;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A function of a version of the template language. */
public record TemplateFunction(@JsonProperty("functions") String name, String description) {}
