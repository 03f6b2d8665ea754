package org.defcore.client.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;

/** An entry of the version list; its links are claimed to be there, not what they are. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NetworkApiVersion(String id, JsonNode links, String status) {}
