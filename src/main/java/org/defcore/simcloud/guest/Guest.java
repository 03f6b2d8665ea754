package org.defcore.simcloud.guest;

import java.util.Optional;

/**
 * What runs in one server.
 *
 * @param publicKey line of the key that was injected, if one was
 */
public record Guest(String hostName, int processors, Optional<String> publicKey) {}
