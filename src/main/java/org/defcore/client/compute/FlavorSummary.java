package org.defcore.client.compute;

import java.util.List;

/** A flavor in the brief list. */
public record FlavorSummary(String id, String name, List<Link> links) {

  public FlavorSummary {
    links = List.copyOf(links);
  }
}
