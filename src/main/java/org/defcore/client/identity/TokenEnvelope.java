package org.defcore.client.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Body of an issue and of a validation. */
@JsonIgnoreProperties(ignoreUnknown = true)
record TokenEnvelope(TokenDetails token) {}
