package org.defcore.client.objectstore;

import java.util.List;

/** The names in an account or a container, with the headers of the list. */
public record Listing(StoreHeaders headers, List<String> names) {

  public Listing {
    names = List.copyOf(names);
  }
}
