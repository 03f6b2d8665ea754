package org.defcore.client;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param next link to the next page, as the service wrote it; empty without one
 */
public record ListPage<T>(List<T> items, Optional<String> next) {

  public ListPage {
    items = List.copyOf(items);
  }
}
