package org.defcore.simcloud.network;

/**
 * A network as servers are tied to it.
 *
 * @param start what all its addresses start with, for instance {@code 10.0.0.}
 */
public record Link(String network, String name, String subnet, String start) {}
