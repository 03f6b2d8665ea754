package org.defcore.client.volume;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the service tells of a request that it could not carry out, since 3.3.
 *
 * @param text in words
 * @param request the service's own id of the call
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Message(
    String id,
    @JsonProperty("user_message") String text,
    @JsonProperty("request_id") String request) {}
