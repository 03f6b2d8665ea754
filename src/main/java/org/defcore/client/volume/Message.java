package org.defcore.client.volume;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A message about a request that the service could not carry out, since 3.3.
 *
 * @param request the service's own id of the call
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Message(
    String id,
    @JsonProperty("user_message") String text,
    @JsonProperty("request_id") String request) {}
