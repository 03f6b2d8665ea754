package org.defcore.client.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Body of a refusal. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ErrorEnvelope(Reason error) {

  /** The cloud's own words. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Reason(String message) {}
}
