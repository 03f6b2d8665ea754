package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The names of a server at 2.90; all other fields are open.
 *
 * @param hostName the host name that its guest is told
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NamedHost(
    String id, String name, @JsonProperty("OS-EXT-SRV-ATTR:hostname") String hostName) {}
