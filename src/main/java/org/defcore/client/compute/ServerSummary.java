package org.defcore.client.compute;

import java.util.List;

/** A server in the brief list. */
public record ServerSummary(String id, String name, List<Link> links) {

  public ServerSummary {
    links = List.copyOf(links);
  }
}
