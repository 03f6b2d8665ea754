package org.defcore.client.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Why no token was issued. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LoginRefusal(Reason error) {

  /** The cloud's own words. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Reason(String message) {}
}
