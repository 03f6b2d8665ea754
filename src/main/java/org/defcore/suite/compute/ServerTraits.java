package org.defcore.suite.compute;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.defcore.client.Timestamp;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerAddress;

/** All that a server keeps while something else about it is changed, or a change is refused. */
record ServerTraits(
    String id,
    String name,
    Optional<String> image,
    String flavor,
    Timestamp created,
    Map<String, String> metadata,
    Map<String, List<ServerAddress>> addresses) {

  ServerTraits {
    // In an order that is the same in every report.
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    addresses = Collections.unmodifiableMap(new TreeMap<>(addresses));
  }

  static ServerTraits of(Server server) {
    return new ServerTraits(
        server.id(),
        server.name(),
        server.core().imageId(),
        server.core().flavor().id(),
        server.core().created(),
        server.core().metadata(),
        server.addresses());
  }

  /** The same server under another name, from another image. */
  ServerTraits rebuilt(String otherName, String otherImage) {
    return new ServerTraits(
        id, otherName, Optional.of(otherImage), flavor, created, metadata, addresses);
  }

  /** The same server of another flavor. */
  ServerTraits resized(String otherFlavor) {
    return new ServerTraits(id, name, image, otherFlavor, created, metadata, addresses);
  }
}
