package org.defcore.simcloud.guest;

import java.util.Optional;
import org.defcore.simcloud.kind.GuestUserland;

/**
 * Operating system of one server.
 *
 * @param processors how many it sees
 * @param publicKey line of the key that was injected, if one was
 */
public record Guest(
    String hostName, int processors, Optional<String> publicKey, GuestUserland userland) {}
