package org.defcore.client.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The port by which a router is in a subnet. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RouterInterface(
    @JsonProperty("subnet_id") String subnet, @JsonProperty("port_id") String port) {}
