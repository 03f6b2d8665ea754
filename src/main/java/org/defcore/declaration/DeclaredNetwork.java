package org.defcore.declaration;

import java.util.Locale;

/** How servers come to their addresses. */
public record DeclaredNetwork(Model model, Ipv6 ipv6) {

  /** What a project does for a server that can be reached. */
  public enum Model {
    /** Networks of its own, and addresses lent to servers from an external one. */
    FLOATING_IP,
    /** Nothing: servers are plugged into the provider's own networks. */
    PROVIDER,
    /** Nothing: a network is made for it or stands ready. */
    DEFAULT_NETWORK;

    /** The word as files write it: {@code floating-ip}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether servers can have IPv6 addresses. */
  public enum Ipv6 {
    YES,
    NO;

    /** The word for people. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
