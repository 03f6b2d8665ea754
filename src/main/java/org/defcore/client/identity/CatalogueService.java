package org.defcore.client.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A service in the catalogue of a token, by its type. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CatalogueService(String type) {}
