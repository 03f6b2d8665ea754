package org.defcore.simcloud.network;

/** A network as servers are tied to it. */
public record Link(String network, String name, String subnet) {}
