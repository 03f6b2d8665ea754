package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.defcore.http.json.NeverNull;

/** An address of a server in its own record. */
public record ServerAddress(
    @JsonUnwrapped BareAddress bare,
    @NeverNull @JsonProperty("OS-EXT-IPS:type") Optional<String> type,
    @NeverNull @JsonProperty("OS-EXT-IPS-MAC:mac_addr") Optional<String> mac) {}
