package org.defcore.simcloud.network;

/** A tie of a server to a network. */
public record Port(String id, Link link, String address, String mac, Maker maker) {

  /** The maker of a port: that of a user outlives the server. */
  public enum Maker {
    COMPUTE,
    USER
  }
}
