package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.IpAddress;
import org.defcore.http.json.NeverNull;

/** An address of a server in its own record. */
public record ServerAddress(
    @JsonUnwrapped Bare bare,
    @NeverNull @JsonProperty("OS-EXT-IPS:type") Optional<String> type,
    @NeverNull @JsonProperty("OS-EXT-IPS-MAC:mac_addr") Optional<String> mac) {

  /** An address where answers say no more of it. */
  public record Bare(int version, IpAddress addr) {

    public Bare {
      if (version != addr.version()) {
        throw new IllegalArgumentException(
            "version: expected %d for %s but found %d"
                .formatted(addr.version(), addr.text(), version));
      }
    }
  }

  /** Addresses by network, in the order of the answer. */
  static <T> Map<String, List<T>> copy(Map<String, List<T>> addresses) {
    Map<String, List<T>> copy = new LinkedHashMap<>();
    addresses.forEach((network, list) -> copy.put(network, List.copyOf(list)));
    return Collections.unmodifiableMap(copy);
  }
}
