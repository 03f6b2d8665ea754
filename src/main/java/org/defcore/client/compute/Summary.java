package org.defcore.client.compute;

import java.util.List;
import org.defcore.client.Identified;

/** A server or a flavor in its brief list. */
public record Summary(String id, String name, List<Link> links) implements Identified {

  public Summary {
    links = List.copyOf(links);
  }
}
