package org.defcore.simcloud.network;

/** Where a server is tied to a network. */
public record Port(String id, Link link, String address, String mac) {}
