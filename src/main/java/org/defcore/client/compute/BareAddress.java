package org.defcore.client.compute;

import org.defcore.client.IpAddress;

/** An address of a server where answers say no more of it. */
public record BareAddress(int version, IpAddress addr) {

  public BareAddress {
    checkVersion(version, addr);
  }

  static void checkVersion(int version, IpAddress addr) {
    if (version != addr.version()) {
      throw new IllegalArgumentException(
          "version: expected %d for %s but found %d"
              .formatted(addr.version(), addr.text(), version));
    }
  }
}
