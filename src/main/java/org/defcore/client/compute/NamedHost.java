package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A server at 2.90, as far as its names go.
 *
 * @param hostName the host name that its guest is told
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NamedHost(
    String id, String name, @JsonProperty("OS-EXT-SRV-ATTR:hostname") String hostName) {}
