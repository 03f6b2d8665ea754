package org.defcore.client.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.defcore.client.Identified;

/** A port in a list. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Port(String id, @JsonProperty("network_id") String network) implements Identified {

  /** A port of which two fields are asked for, and no more. */
  public record Address(String id, @JsonProperty("mac_address") String mac) implements Identified {}
}
