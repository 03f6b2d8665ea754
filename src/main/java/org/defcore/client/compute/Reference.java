package org.defcore.client.compute;

import java.util.List;

/** Another resource that a server is made of, by its id. */
public record Reference(String id, List<Link> links) {

  public Reference {
    links = List.copyOf(links);
  }
}
