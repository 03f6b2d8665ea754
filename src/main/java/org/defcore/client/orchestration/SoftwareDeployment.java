package org.defcore.client.orchestration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.defcore.client.Identified;

/** The deployment of a software configuration to a server. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SoftwareDeployment(
    String id,
    @JsonProperty("config_id") String config,
    @JsonProperty("server_id") String server,
    String status)
    implements Identified {}
