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

  /** A text of one length that two clouds do not share. */
  String identity() {
    String all =
        List.of(vendor, product, name, authUrl, region).stream()
            .map(it -> it.length() + ":" + it)
            .collect(Collectors.joining());
    return Bundle.sum(all.getBytes(StandardCharsets.UTF_8));
  }
}
