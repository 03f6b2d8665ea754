package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A key pair in the list at 2.2. */
public record ListedKeyPair(
    @JsonProperty("public_key") String publicKey, String name, String fingerprint, String type) {}
