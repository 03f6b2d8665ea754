package org.defcore.client.compute;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.defcore.client.IpAddress;

/** An address of a server where answers say no more of it. */
public record BareAddress(int version, IpAddress addr) {

  public BareAddress {
    if (version != addr.version()) {
      throw new IllegalArgumentException(
          "version: expected %d for %s but found %d"
              .formatted(addr.version(), addr.text(), version));
    }
  }

  /** Addresses by network, in the order of the answer. */
  static <T> Map<String, List<T>> copy(Map<String, List<T>> addresses) {
    Map<String, List<T>> copy = new LinkedHashMap<>();
    addresses.forEach((network, list) -> copy.put(network, List.copyOf(list)));
    return Collections.unmodifiableMap(copy);
  }
}
