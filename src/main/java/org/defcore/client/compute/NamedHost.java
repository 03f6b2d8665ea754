package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a server says of its names at 2.90; it says more.
 *
 * @param hostName the host name that its guest is told
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NamedHost(
    String id, String name, @JsonProperty("OS-EXT-SRV-ATTR:hostname") String hostName) {}
