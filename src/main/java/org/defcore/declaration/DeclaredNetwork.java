package org.defcore.declaration;

import java.util.Locale;

/** The way in which servers get their addresses. */
public record DeclaredNetwork(Model model, Ipv6 ipv6) {

  /** The steps that a project takes to make a server reachable. */
  public enum Model {
    /** Networks of the project, and floating IPs from an external network. */
    FLOATING_IP,
    /** Nothing: servers are plugged into the provider's own networks. */
    PROVIDER,
    /** Nothing: a network exists or is created automatically. */
    DEFAULT_NETWORK;

    /** The word as files write it: {@code floating-ip}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Availability of IPv6 addresses for servers. */
  public enum Ipv6 {
    YES,
    NO;

    /** The word for people. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
