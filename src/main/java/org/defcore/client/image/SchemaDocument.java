package org.defcore.client.image;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A published JSON schema, by its name. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SchemaDocument(String name) {}
