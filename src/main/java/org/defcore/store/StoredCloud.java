package org.defcore.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.defcore.bundle.Bundle;

/**
 * A cloud that runs are of. Two runs are of one cloud if all of this is the same.
 *
 * @param vendor as declared; empty without a declaration
 * @param product as declared; empty without a declaration
 * @param name in clouds.yaml
 * @param authUrl identity endpoint, without credentials
 * @param region empty where the catalogue names none
 */
public record StoredCloud(
    String vendor, String product, String name, String authUrl, String region) {

  private List<String> facts() {
    return List.of(vendor, product, name, authUrl, region);
  }

  /** Returns whether all that the other one says is said here, too. */
  boolean covers(StoredCloud other) {
    return equals(other.with(this));
  }

  /** Returns whether the two say the same as far as both say anything. */
  boolean agrees(StoredCloud other) {
    return with(other).equals(other.with(this));
  }

  /** This one, with what the other one says where this one says nothing. */
  StoredCloud with(StoredCloud other) {
    return new StoredCloud(
        either(vendor, other.vendor),
        either(product, other.product),
        either(name, other.name),
        either(authUrl, other.authUrl),
        either(region, other.region));
  }

  private static String either(String first, String second) {
    return first.isEmpty() ? second : first;
  }

  /** The words for it in a list. */
  String words() {
    return facts().stream().filter(it -> !it.isEmpty()).collect(Collectors.joining(", "));
  }

  /** A text of one length that two clouds do not share. */
  String identity() {
    String all = facts().stream().map(it -> it.length() + ":" + it).collect(Collectors.joining());
    return Bundle.sum(all.getBytes(StandardCharsets.UTF_8));
  }
}
