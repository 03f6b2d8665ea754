package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A key pair in the list at 2.1. */
public record ListedPlainKeyPair(
    @JsonProperty("public_key") String publicKey, String name, String fingerprint) {}
