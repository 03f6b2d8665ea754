package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Optional;
import org.defcore.simcloud.wire.Address;
import org.defcore.simcloud.wire.Json;

/** Addresses from a first one to a last one. */
record AddressRange(Address first, Address last) {

  /** Reads {@code 10.0.0.0/24}; bits of single addresses in it are dropped. */
  static Optional<AddressRange> parse(String text) {
    String[] parts = text.split("/", -1);
    Optional<Address> address = Address.parse(parts[0]);
    if (parts.length != 2 || address.isEmpty() || !parts[1].matches("\\d{1,3}")) {
      return Optional.empty();
    }
    int free = address.get().bits() - Integer.parseInt(parts[1]);
    if (free < 0) {
      return Optional.empty();
    }
    BigInteger size = BigInteger.ONE.shiftLeft(free);
    BigInteger first = address.get().number().divide(size).multiply(size);
    int version = address.get().version();
    return Optional.of(
        new AddressRange(
            new Address(version, first),
            new Address(version, first.add(size).subtract(BigInteger.ONE))));
  }

  /** Reads what was read before. */
  static AddressRange of(JsonNode text) {
    return of(text.asText());
  }

  static AddressRange of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("no IP subnet: " + text));
  }

  /** A pool as a subnet shows it. */
  static AddressRange pool(JsonNode pool) {
    return new AddressRange(
        Address.of(pool.path("start").asText()), Address.of(pool.path("end").asText()));
  }

  ObjectNode pool() {
    return Json.object().put("start", first.toString()).put("end", last.toString());
  }

  boolean isEmpty() {
    return first.compareTo(last) > 0;
  }

  boolean contains(Address address) {
    return first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
  }

  boolean contains(AddressRange other) {
    return contains(other.first) && contains(other.last);
  }

  boolean overlaps(AddressRange other) {
    return contains(other.first) || other.contains(first);
  }

  /** Bits that all addresses have in common, if it was read from that. */
  int length() {
    return first.bits() - last.number().subtract(first.number()).bitLength();
  }

  /** Such as 10.0.0.0/24, if it was read from that. */
  @Override
  public String toString() {
    return first + "/" + length();
  }
}
