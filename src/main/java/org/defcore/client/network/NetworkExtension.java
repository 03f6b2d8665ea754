package org.defcore.client.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** An extension of the networking API. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NetworkExtension(String alias) {}
